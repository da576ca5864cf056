/**
 * Where each output's wires go when the list of outputs changes; `-1` removes them.
 *
 * @param after by which of the names before each output finds its wires
 */
export function mapOutputs(
	before: readonly string[],
	after: ReadonlyArray<string | undefined>,
): Map<number, number> {
	return new Map(before.map((name, index) => [index, after.indexOf(name)]));
}

/**
 * The value of the hidden input `node-input-outputs`, from which the editor counts the outputs and
 * moves the wires: old index to new one, and a key that is no number for each new output.
 */
export function outputsValue(before: readonly string[], after: readonly string[]): string {
	const moved = mapOutputs(before, after);
	const taken = new Set(moved.values());
	const added = after.flatMap((_name, index) => (taken.has(index) ? [] : [[`new${index}`, index]]));
	return JSON.stringify(Object.fromEntries([...moved, ...added]));
}
