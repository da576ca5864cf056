import { NUMBER, shownOrSaved, typedField } from './typed-field';

const MINUTES: Record<string, number> = { minutes: 1, hours: 60, days: 24 * 60 };
const DAY = 24 * 60;

/** A number and its unit in one row. */
export function durationField(amount: string): void {
	typedField(amount, NUMBER);
}

export interface DurationRange {
	/** The property with the unit. */
	unit: string;
	/** Whether 0 is allowed. */
	zero: boolean;
	mostDays: number;
}

/** A number written in the dialog is checked there; one that comes with the message, by the node. */
export function validDuration(amount: string, { unit, zero, mostDays }: DurationRange): Validator {
	return function (value, options) {
		const type = shownOrSaved(this, `${amount}Type`);
		if (type !== 'num')
			return value !== '' || (options ? this._(`${this.type}.error.${amount}`) : false);
		const minutes = Number(value) * (MINUTES[shownOrSaved(this, unit)] ?? NaN);
		const inRange = (zero ? minutes >= 0 : minutes > 0) && minutes <= mostDays * DAY;
		if (String(value).trim() !== '' && inRange) return true;
		return options ? this._(`${this.type}.error.${amount}`) : false;
	};
}
