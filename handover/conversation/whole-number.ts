/** A whole number within the range, also written as a text; undefined for anything else. */
export function wholeNumber(value: unknown, least: number, most: number): number | undefined {
	if (typeof value !== 'number' && typeof value !== 'string') return undefined;
	const number = Number(value);
	return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
}
