/** Node-RED's catalogue reads each definition as text, so these go into it by name and are not spread. */

export function paletteLabel(this: Pick<EditorNode, 'type' | '_'>): string {
	return this._(`${this.type}.title`);
}

/** A node is called as its builder says, else as its kind. */
export function label(this: EditorNode): string {
	return this.name || this._(`${this.type}.title`);
}

export function labelStyle(this: EditorNode): string {
	return this.name ? 'red-ui-flow-node-label-italic' : '';
}

/** Of the node of an action, which ends in one of two ways. */
export function doneOrFailed(this: EditorNode, index: number): string {
	return this._(`${this.type}.output.${index === 0 ? 'done' : 'failed'}`);
}
