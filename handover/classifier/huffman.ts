/** Bits of the longest code, so that one look at a table tells which it is. */
export const LONGEST_CODE = 12;
/** Bytes that the lengths of all 256 codes take, half a byte each. */
export const LENGTHS_SIZE = 128;

/**
 * Reads bytes in a canonical Huffman code (Huffman, 1952; Schwartz and Kallick, 1964): codes of one length
 * follow each other in the order of the bytes that they stand for, the shorter ones first, so that their
 * lengths say all.
 * @param packed the lengths of the codes of all bytes, 0 for a byte that does not come up, then the codes
 * @param length how many bytes come out
 * @returns null where `packed` does not hold as many, or more than these
 */
export function readHuffman(packed: Uint8Array, length: number): Uint8Array | null {
	const read = new Uint8Array(length);
	const table = tableOf(packed);
	let at = LENGTHS_SIZE;
	let bits = 0;
	let waiting = 0;
	for (let place = 0; place < length; place++) {
		if (waiting < LONGEST_CODE) {
			// Past the end there are zeros, and the last code ends before them.
			bits = (bits << 16) | (packed[at]! << 8) | packed[at + 1]!;
			at += 2;
			waiting += 16;
		}
		const found = table[(bits >>> (waiting - LONGEST_CODE)) & (table.length - 1)]!;
		// No code begins like this.
		if (found === 0) return null;
		waiting -= found >> 8;
		read[place] = found;
	}
	const used = at - (waiting >> 3);
	return used === packed.length ? read : null;
}

/** By what a code begins with, filled up to the longest: its length, and in the lower byte what it stands for. */
function tableOf(packed: Uint8Array): Uint16Array {
	const table = new Uint16Array(1 << LONGEST_CODE);
	let from = 0;
	for (let length = 1; length <= LONGEST_CODE; length++) {
		const size = 1 << (LONGEST_CODE - length);
		for (let byte = 0; byte < 256; byte++) {
			if (lengthOf(packed, byte) !== length) continue;
			table.fill((length << 8) | byte, from, from + size);
			from += size;
		}
	}
	return table;
}

function lengthOf(packed: Uint8Array, byte: number): number {
	return (packed[byte >> 1]! >> (4 * (byte & 1))) & 0xf;
}
