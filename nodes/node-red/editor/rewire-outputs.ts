/**
 * Where each output's wires go when the list of outputs changes: by name, and for a renamed one by its
 * place. `-1` removes them.
 */
export function mapOutputs(
	before: readonly string[],
	after: readonly string[],
): Map<number, number> {
	return new Map(
		before.map((name, index) => {
			const place = after.indexOf(name);
			if (place >= 0) return [index, place];
			const renamed = after.length === before.length && !before.includes(after[index] ?? '');
			return [index, renamed ? index : -1];
		}),
	);
}

/**
 * The value of the hidden input `node-input-outputs`, from which the editor counts the outputs and
 * moves the wires: old index to new one, and a key that is no number for each new output.
 */
export function outputsValue(before: readonly string[], after: readonly string[]): string {
	const moved = mapOutputs(before, after);
	const taken = new Set(moved.values());
	const added = after.flatMap((name, index) => (taken.has(index) ? [] : [[`new ${name}`, index]]));
	return JSON.stringify(Object.fromEntries([...moved, ...added]));
}
