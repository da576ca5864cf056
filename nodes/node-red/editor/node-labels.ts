type Labels = Required<
	Pick<NodeDefinition<unknown>, 'paletteLabel' | 'label' | 'labelStyle' | 'outputLabels'>
>;

/** A node is called as its builder says, else as its kind. */
export const NODE_LABELS: Omit<Labels, 'outputLabels'> & ThisType<EditorNode> = {
	paletteLabel() {
		return this._(`${this.type}.title`);
	},
	label() {
		return this.name || this._(`${this.type}.title`);
	},
	labelStyle() {
		return this.name ? 'red-ui-flow-node-label-italic' : '';
	},
};

/** Of the node of an action, which ends in one of two ways. */
export const ACTION_LABELS: Labels & ThisType<EditorNode> = {
	...NODE_LABELS,
	outputLabels(index) {
		return this._(`${this.type}.output.${index === 0 ? 'done' : 'failed'}`);
	},
};
