import { fit, type Example } from '../../../training/fit';
import { seededRandom } from '../../../training/random';

const FITTING = { bits: 4, epochs: 4, rate: 0.5, decay: 1e-4 };

/** An example with one feature. */
function example(hash: number, label: 0 | 1, line: number): Example {
	const segment = { hashes: Int32Array.of(hash), values: Float32Array.of(1) };
	return {
		segments: [segment],
		whole: Int32Array.of(),
		exchange: {
			text: { words: [], beginnings: [], symbols: [], repeats: [] },
			before: null,
			earlier: null,
		},
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

test('only what may get a weight is learnt, as if the rest were not there', () => {
	const options = () => ({ ...FITTING, leastLines: 1, random: seededRandom(1) });
	const withNoise = EXAMPLES.map((one) => ({ ...one, whole: Int32Array.of(9) }));
	const only = Uint8Array.from({ length: 16 }, (_, bucket) => (bucket === 9 ? 0 : 1));
	expect(fit(withNoise, { ...options(), only })).toEqual(fit(EXAMPLES, options()));
	expect(fit(withNoise, options()).weights[9]).not.toBe(0);
});

test('the segment that speaks loudest learns for its text', () => {
	const segment = (hash: number) => ({ hashes: Int32Array.of(hash), values: Float32Array.of(1) });
	const both = { ...example(5, 1, 1), segments: [segment(3), segment(5)] };
	const { weights } = fit([...EXAMPLES, both], {
		...FITTING,
		leastLines: 1,
		random: seededRandom(1),
	});
	expect(weights[5]).toBeGreaterThan(0);
	// It was as loud before anything was learnt, so it may have learnt once.
	expect(Math.abs(weights[3]!)).toBeLessThan(weights[5]! / 2);
});
