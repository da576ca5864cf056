import { LENGTHS_SIZE, LONGEST_CODE } from '../handover/classifier/huffman';

/** What `readHuffman` reads. */
export function writeHuffman(bytes: Uint8Array): Uint8Array {
	const counts = new Array<number>(256).fill(0);
	for (const byte of bytes) counts[byte]! += 1;
	const lengths = codeLengths(counts);
	const codes = canonicalCodes(lengths);
	const size = counts.reduce((sum, count, byte) => sum + count * lengths[byte]!, 0);
	const packed = new Uint8Array(LENGTHS_SIZE + Math.ceil(size / 8));
	lengths.forEach((length, byte) => (packed[byte >> 1]! |= length << (4 * (byte & 1))));
	let at = LENGTHS_SIZE;
	let bits = 0;
	let waiting = 0;
	for (const byte of bytes) {
		bits = ((bits << lengths[byte]!) | codes[byte]!) & 0xfffff;
		waiting += lengths[byte]!;
		for (; waiting >= 8; waiting -= 8) packed[at++] = bits >> (waiting - 8);
	}
	if (waiting > 0) packed[at] = bits << (8 - waiting);
	return packed;
}

interface Tree {
	count: number;
	bytes: number[];
}

/**
 * How long the code of each byte is; 0 for one that does not come up. Where one would be longer than the
 * longest, counts are made more alike until none is.
 */
function codeLengths(counts: readonly number[]): number[] {
	const lengths = counts.map(() => 0);
	let trees = counts
		.map((count, byte): Tree => ({ count, bytes: [byte] }))
		.filter(({ count }) => count > 0);
	// A code of no bits could not be told from the end.
	if (trees.length === 1) return counts.map((count) => (count > 0 ? 1 : 0));
	while (trees.length > 1) {
		trees.sort((a, b) => a.count - b.count);
		const [one, other, ...others] = trees as [Tree, Tree, ...Tree[]];
		const joined = { count: one.count + other.count, bytes: [...one.bytes, ...other.bytes] };
		for (const byte of joined.bytes) lengths[byte]! += 1;
		trees = [...others, joined];
	}
	if (Math.max(...lengths) <= LONGEST_CODE) return lengths;
	return codeLengths(counts.map((count) => Math.ceil(count / 2)));
}

function canonicalCodes(lengths: readonly number[]): number[] {
	const codes = lengths.map(() => 0);
	let code = 0;
	for (let length = 1; length <= LONGEST_CODE; length++) {
		lengths.forEach((own, byte) => {
			if (own === length) codes[byte] = code++;
		});
		code *= 2;
	}
	return codes;
}
