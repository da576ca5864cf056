import { showFault } from './field-fault';
import { isVariable } from './variable';

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

interface TypedOptions {
	required?: boolean;
	/** What is written in the dialog under this type is known there; anything else the node checks. */
	constant?: { type: 'str' | 'num'; isValid(value: string): boolean };
}

/**
 * Checks a typedInput's value by its type; a field that must not be blank, or whose constant is refused,
 * says so by the key `error.<name>` of the node's catalogue.
 */
export function validTyped(name: string, options: TypedOptions = {}): Validator {
	const { required = false, constant } = options;
	const isValid = RED.validators.typedInput({ typeField: `${name}Type`, allowBlank: true });
	return function (value, opt) {
		if (isVariable(value)) return true;
		const blank = value === undefined || value === '';
		const isConstant = constant?.type === shownOrSaved(this, `${name}Type`);
		const refused = blank ? required : isConstant && !constant.isValid(String(value));
		if (refused) return opt ? this._(`${this.type}.error.${name}`) : false;
		return blank || isValid.call(this, value, opt);
	};
}

/** A property's value; while the dialog is open, what it shows counts. */
export function shownOrSaved(node: EditorNode, property: string): string {
	const shown = $(`#node-input-${property}`).val();
	return String(shown ?? (node as unknown as Record<string, unknown>)[property] ?? '');
}
