import { fit, type Example } from '../../../training/fit';
import { seededRandom } from '../../../training/random';

const FITTING = { bits: 4, epochs: 4, rate: 0.5, decay: 1e-4 };

/** An example with one feature. */
function example(hash: number, label: 0 | 1, line: number): Example {
	const segment = { hashes: Int32Array.of(hash), values: Float32Array.of(1) };
	return {
		segments: [segment],
		whole: Int32Array.of(),
		exchange: { text: { words: [], symbols: [], repeats: [] }, before: null },
		label,
		line,
		weight: 1,
		text: '',
		part: '',
		group: '',
		language: '',
	};
}

const EXAMPLES = [
	...[1, 2, 3].map((line) => example(5, 1, line)),
	...[4, 4, 4].map((line) => example(6, 1, line)),
	...[5, 6, 7].map((line) => example(7, 0, line)),
];

test('what stands in too few lines is not learnt, however many texts are made of them', () => {
	const learnt = (leastLines: number) =>
		fit(EXAMPLES, { ...FITTING, leastLines, random: seededRandom(1) }).weights;
	expect(learnt(1)[6]).toBeGreaterThan(0);
	const { 5: three, 6: one, 7: no } = learnt(3);
	expect(three).toBeGreaterThan(0);
	expect(one).toBe(0);
	expect(no).toBeLessThan(0);
	expect(learnt(4).every((weight) => weight === 0)).toBe(true);
});
