type Plain = Readonly<Record<string, unknown>>;

/** Whether two plain values hold the same. */
export function isSame(one: unknown, other: unknown): boolean {
	if (one === other) return true;
	if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
	if (Array.isArray(one) !== Array.isArray(other)) return false;
	const names = Object.keys(one);
	if (names.length !== Object.keys(other).length) return false;
	return names.every(
		(name) => name in other && isSame((one as Plain)[name], (other as Plain)[name]),
	);
}
