export interface NumberRange {
	least: number;
	most: number;
	whole?: boolean;
}

/** A plain number of the dialog, with the text under `error` that is called as the field. */
export function validNumber(name: string, range: NumberRange): Validator {
	const { least, most, whole = false } = range;
	return function (value, options) {
		const number = String(value ?? '').trim() === '' ? NaN : Number(value);
		if (number >= least && number <= most && (!whole || Number.isInteger(number))) return true;
		return options ? this._(`${this.type}.error.${name}`) : false;
	};
}
