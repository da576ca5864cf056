import { isVariable } from './variable';

/** What the editor shows of a password that is kept: it never gets it back. */
const KEPT = '__PWRD__';

/** A password as it is written in the dialog, with the text under `error` that is called as the field. */
export function validPassword(
	name: string,
	isValid: (text: string, node: EditorNode) => boolean,
): Validator {
	return function (value, options) {
		const text = String(value ?? '').trim();
		if (text === KEPT || isVariable(text) || isValid(text, this)) return true;
		return options ? this._(`${this.type}.error.${name}`) : false;
	};
}
