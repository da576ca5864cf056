/**
 * The weights of four questions, a byte each, in one number per bucket; a power of two of them. They
 * are asked of the same text, and a feature that is in no cache of the processor is then fetched once.
 */
export type WeightTable = Int32Array;

export const QUESTIONS_IN_TABLE = 4;

/** @param buckets of each question, a power of two each. */
export function emptyTable(buckets: readonly number[]): WeightTable {
	return new Int32Array(Math.max(...buckets));
}

/** Puts a question's weight into the table, once for each of its buckets where it has fewer than that. */
export function putWeight(
	table: WeightTable,
	place: number,
	bucket: number,
	buckets: number,
	weight: number,
): void {
	const bits = (weight & 0xff) << (place * 8);
	for (let at = bucket; at < table.length; at += buckets) table[at]! |= bits;
}

/** One question's weight for a feature. */
export function weightOf(table: WeightTable, place: number, hash: number): number {
	return (table[hash & (table.length - 1)]! << (24 - place * 8)) >> 24;
}
