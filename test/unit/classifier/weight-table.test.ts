import { gather, WeightTable } from '../../../handover/classifier/weight-table';
import { randomBelow } from '../../contract/random-below';

const below = randomBelow(3);

const weightsOf = (length: number, weight: (bucket: number) => number) =>
	Int8Array.from({ length }, (_, bucket) => weight(bucket));

const none = weightsOf(32, () => 0);
const all = weightsOf(64, () => -128);
const first = weightsOf(1 << 10, (bucket) => (bucket === 0 ? 1 : 0));
const last = weightsOf(1 << 10, (bucket) => (bucket === (1 << 10) - 1 ? -1 : 0));
const someOf = (length: number) => weightsOf(length, () => (below(7) === 0 ? below(255) - 127 : 0));

test.each([
	['too few buckets', [gather(new Int8Array(16))]],
	['buckets that are no power of two', [gather(new Int8Array(96))]],
	['a value too few', [{ ...gather(all), values: new Int8Array(63) }]],
])('%s are refused', (_, questions) => {
	expect(() => new WeightTable(questions)).toThrow(RangeError);
});

test.each([
	['of one question without any', [none]],
	['of one question that has all', [all]],
	['of questions that have the first and the last', [first, last]],
	['of questions of other sizes', [someOf(1 << 16), someOf(1 << 12), all, someOf(1 << 14)]],
])('the weights %s are found again', (_, questions) => {
	const table = new WeightTable(questions.map(gather));
	expect(table.size).toBe(questions.length);
	// A hash has more bits than there are buckets, and may be negative.
	const hashes = Int32Array.from({ length: 5_000 }, () => below(2 ** 31) * (below(2) * 2 - 1));
	questions.forEach((weights, place) => {
		const expected = Array.from(hashes, (hash) => weights[hash & (weights.length - 1)]);
		expect(Array.from(hashes, (hash) => table.weightOf(place, hash))).toEqual(expected);
		const found = new Int8Array(hashes.length).fill(99);
		table.lookUp(place, hashes, 4_000, found);
		expect([...found.subarray(0, 4_000)]).toEqual(expected.slice(0, 4_000));
		expect(found[4_000]).toBe(99);
	});
});
