/** Whether two plain values hold the same. */
export function isSame(one: unknown, other: unknown): boolean {
	if (one === other) return true;
	if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
	return isSameBut(NOTHING, one, other);
}

const NOTHING: ReadonlySet<never> = new Set();

/** Whether two of a kind hold the same, whatever is under the given names. */
export function isSameBut<Data extends object>(
	names: ReadonlySet<keyof Data>,
	one: Data,
	other: Data,
): boolean {
	for (const name in one) {
		if (!names.has(name) && !isSame(one[name], other[name])) return false;
	}
	for (const name in other) if (!(name in one)) return false;
	return true;
}
