/**
 * A deep copy of plain data, at a sixth of the cost of `structuredClone`. What the store remembers
 * must not be what it hands out, for that goes on into a builder's flow, where it may be changed.
 */
export function copyOf<Data>(data: Data): Data {
	if (typeof data !== 'object' || data === null) return data;
	if (Array.isArray(data)) return data.map(copyOf) as Data;
	const copy: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(data)) copy[name] = copyOf(value);
	return copy as Data;
}
