import { LENGTHS_SIZE, readHuffman } from '../../../handover/classifier/huffman';
import { writeHuffman } from '../../../training/write-huffman';
import { randomBelow } from '../../contract/random-below';

const below = randomBelow(7);
const bytes = (length: number, byte: (at: number) => number) =>
	Uint8Array.from({ length }, (_, at) => byte(at));

/** Each byte twice as often as the one before: without a limit, its codes would have up to 19 bits. */
const STEEP = bytes(1 << 20, (at) => 31 - Math.clz32(at | 1));

test.each([
	['one byte', bytes(1, () => 255)],
	['the same byte again and again', bytes(5_000, () => 7)],
	['two bytes', bytes(999, (at) => at % 2)],
	['all bytes, each as often', bytes(4_096, (at) => at)],
	['bytes by chance', bytes(3_001, () => below(256))],
	['small bytes more often', bytes(10_007, () => below(1 + below(256)))],
	['each byte twice as often as the one before', STEEP],
])('%s comes back', (_, written) => {
	expect(Buffer.from(written).equals(readHuffman(writeHuffman(written), written.length)!)).toBe(
		true,
	);
});

test('what comes up often takes less room', () => {
	expect(writeHuffman(STEEP).length).toBeLessThan(LENGTHS_SIZE + STEEP.length / 3.5);
});

test('what is cut off or goes on is refused', () => {
	const written = bytes(500, () => below(30));
	const packed = writeHuffman(written);
	expect(readHuffman(packed.subarray(0, -1), written.length)).toBeNull();
	expect(readHuffman(Uint8Array.from([...packed, 0]), written.length)).toBeNull();
	expect(readHuffman(new Uint8Array(LENGTHS_SIZE - 1), written.length)).toBeNull();
	expect(readHuffman(new Uint8Array(LENGTHS_SIZE), written.length)).toBeNull();
});
