import { measure, reliability, type Judged } from '../../../evaluation/measures';

const judged = (...pairs: Array<[0 | 1, number]>): Judged[] =>
	pairs.map(([label, probability]) => ({ label, probability }));

test('a classifier without fault', () => {
	expect(measure(judged([1, 1], [1, 1], [0, 0]))).toEqual({
		lines: 3,
		precision: 1,
		recall: 1,
		f1: 1,
		falseAlarms: 0,
		auroc: 1,
		calibrationError: 0,
	});
});

test('two hits, one miss, one false alarm of three', () => {
	const m = measure(judged([1, 0.9], [1, 0.5], [1, 0.4], [0, 0.6], [0, 0.1], [0, 0.2]));
	expect(m.precision).toBeCloseTo(2 / 3);
	expect(m.recall).toBeCloseTo(2 / 3);
	expect(m.f1).toBeCloseTo(2 / 3);
	expect(m.falseAlarms).toBeCloseTo(1 / 3);
	// Of nine pairs, the ones at 0.5 and 0.4 each lose to the 0.6.
	expect(m.auroc).toBeCloseTo(7 / 9);
});

test('ties are half a win', () => {
	expect(measure(judged([1, 0.5], [0, 0.5])).auroc).toBe(0.5);
});

test('the calibration error is the mean distance of what is said from what is so', () => {
	const said = judged([1, 0.75], [1, 0.75], [0, 0.75], [0, 0.75]);
	expect(measure(said).calibrationError).toBeCloseTo(0.25);
	expect(reliability(said)).toEqual([{ probability: 0.75, share: 0.5, count: 4 }]);
});

test('a probability of 1 is in the last bin', () => {
	expect(reliability(judged([1, 1]))).toEqual([{ probability: 1, share: 1, count: 1 }]);
});
