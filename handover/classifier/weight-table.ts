/**
 * The weights of four questions, a byte each, in one number per bucket; a power of two of them. They
 * are asked of the same text, and a feature that is in no cache of the processor is then fetched once.
 */
export type WeightTable = Int32Array;

export const QUESTIONS_IN_TABLE = 4;

/** @param weights of each question, in its place; a power of two each, up to the table's. */
export function weightTable(weights: ReadonlyArray<Int8Array>): WeightTable {
	const size = Math.max(...weights.map(({ length }) => length));
	const table = new Int32Array(size);
	weights.forEach((own, place) => {
		const mask = own.length - 1;
		const shift = place * 8;
		for (let bucket = 0; bucket < size; bucket++) {
			const weight = own[bucket & mask]!;
			// Most are 0, and to look is faster than to write.
			if (weight !== 0) table[bucket]! |= (weight & 0xff) << shift;
		}
	});
	return table;
}

/** One question's weight for a feature. */
export function weightOf(table: WeightTable, place: number, hash: number): number {
	return (table[hash & (table.length - 1)]! << (24 - place * 8)) >> 24;
}
