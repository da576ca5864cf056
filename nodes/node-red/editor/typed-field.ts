import { showFault } from './field-fault';

type InputType = JQueryTypedInputType | { value: string; label: string; options: Option[] };
type JQueryTypedInputType = 'msg' | 'flow' | 'global' | 'str' | 'num' | 'bool' | 'jsonata' | 'env';
export interface Option {
	value: string;
	label: string;
}

const FROM_MESSAGE: JQueryTypedInputType[] = ['msg', 'flow', 'global', 'jsonata', 'env'];

export const TEXT: InputType[] = [...FROM_MESSAGE, 'str'];
export const NUMBER: InputType[] = ['num', ...FROM_MESSAGE];
export const BOOLEAN: InputType[] = ['bool', ...FROM_MESSAGE];

/** Makes a typedInput of the field `name`; its type is kept in the hidden input `<name>Type`. */
export function typedField(name: string, types: InputType[] = TEXT): void {
	const input = $(`#node-input-${name}`);
	input.typedInput({ types, typeField: `#node-input-${name}Type` });
	showFault(input, name);
}

/**
 * Checks a typedInput's value by its type; a field that must not be blank says so by the key
 * `error.<name>` of the node's catalogue.
 */
export function validTyped(name: string, { required = false } = {}): Validator {
	const isValid = RED.validators.typedInput({ typeField: `${name}Type`, allowBlank: true });
	return function (value, options) {
		const blank = value === undefined || value === '';
		if (blank && required) return options ? this._(`${this.type}.error.${name}`) : false;
		return blank || isValid.call(this, value, options);
	};
}

/** A property's value; while the dialog is open, what it shows counts. */
export function shownOrSaved(node: EditorNode, property: string): string {
	const shown = $(`#node-input-${property}`).val();
	return String(shown ?? (node as unknown as Record<string, unknown>)[property] ?? '');
}
