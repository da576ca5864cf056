/** As much of the editor's global `RED` as our dialogs use; the published types lack half of it. */

interface EditorNode {
	id: string;
	type: string;
	name: string;
	/** The flow or subflow that it is in. */
	z: string;
	/** Of a password, only whether there is one: `has_<name>`. */
	credentials?: Record<string, unknown>;
	outputs: number;
	users?: EditorNode[];
	changed: boolean;
	dirty: boolean;
	/** Looks a key up in the catalogue of the node's own type. */
	_(key: string, values?: Record<string, string | number>): string;
}

/** A wire. */
interface EditorLink {
	source: EditorNode;
	sourcePort: number | string;
}

/** What a node was before its dialog was closed. */
interface EditEvent {
	t: 'edit';
	node: EditorNode;
	changes: Record<string, unknown>;
	changed: boolean;
	links: EditorLink[];
	outputMap: Record<string, string>;
}

type HistoryEvent = EditEvent | { t: 'multi'; events: HistoryEvent[]; dirty: boolean };

interface EditedNode extends EditorNode {
	_def: { defaults: Record<string, NodeProperty<unknown>> };
}

/** True, or why not. Node-RED takes the text only from a function that declares two parameters. */
type Validator = (
	this: EditorNode,
	value: unknown,
	options: object | undefined,
) => boolean | string;

interface NodeProperty<Value> {
	value: Value;
	/** The config node's type, where the property names one. */
	type?: string;
	required?: boolean;
	validate?: Validator;
}

interface NodeDefinition<Properties> {
	category: string;
	color?: string;
	defaults: { [Name in keyof Properties]: NodeProperty<Properties[Name]> };
	/** Kept apart from the flow; the editor never gets a password back. */
	credentials?: Record<string, { type: 'text' | 'password'; validate?: Validator }>;
	inputs?: 0 | 1;
	outputs?: number;
	icon?: string;
	align?: 'left' | 'right';
	label?(): string;
	labelStyle?(): string;
	paletteLabel?(): string;
	outputLabels?(index: number): string | undefined;
	oneditprepare?(): void;
	oneditsave?(): void;
	oneditcancel?(): void;
	oneditresize?(size: { width: number; height: number }): void;
}

declare const RED: {
	nodes: {
		registerType<Properties>(
			type: string,
			definition: NodeDefinition<Properties> & ThisType<EditorNode & Properties>,
		): void;
		node(id: string): EditorNode | null;
		filterNodes(filter: { type: string }): EditorNode[];
		subflow(id: string): { env?: Array<{ name: string; value: string }> } | null;
		getType(type: string): Pick<EditorNode, '_'>;
		/** Whether there is something to deploy. */
		dirty(): boolean;
	};
	validators: {
		typedInput(options: { typeField: string; allowBlank: boolean; isConfig?: boolean }): Validator;
	};
	editor: {
		/**
		 * Moves the wires of the outputs by a map of old to new index; `'-1'` removes them.
		 * @returns the wires that it removed
		 */
		updateNodeProperties(node: EditorNode, outputMap: Record<string, string>): EditorLink[];
		/**
		 * Opens a config node from the dialog of a node that names it; `_ADD_` for a new one. With a
		 * prefix, the field of that property names the config node afterwards.
		 */
		editConfig(
			property: string,
			type: string,
			id: string,
			prefix?: 'node-input',
			editContext?: EditorNode,
		): void;
		validateNode(node: EditorNode): void;
		/** The nodes whose dialogs are open, the uppermost last. */
		getEditStack(): EditedNode[];
	};
	events: {
		on(event: 'nodes:change', listener: (node: EditorNode) => void): void;
		off(event: 'nodes:change', listener: (node: EditorNode) => void): void;
	};
	/** The steps that can be undone, the latest last. */
	history: {
		peek(): HistoryEvent;
		/** Puts another one in the place of the latest. */
		replace(event: HistoryEvent): void;
	};
	view: { redraw(all?: boolean): void };
	notify(message: string, type: 'warning' | 'error'): void;
};
