import { fitLogistic, type Row } from '../../../training/logistic-regression';

const row = (values: number[], label: 0 | 1, weight = 1): Row => ({ values, label, weight });
const probability = (weights: number[], values: number[]) =>
	1 / (1 + Math.exp(-weights.reduce((sum, weight, at) => sum + weight * values[at]!, 0)));

test('without anything to go by, the probability is the share of the rows, by their weight', () => {
	const weights = fitLogistic([row([1], 1), row([1], 0, 3)], 1);
	expect(probability(weights, [1])).toBeCloseTo(0.25, 2);
});

test('each value counts what it says beside the others', () => {
	const rows = [
		...Array.from({ length: 8 }, () => row([1, 1, 1], 1)),
		...Array.from({ length: 2 }, () => row([1, 1, 1], 0)),
		...Array.from({ length: 2 }, () => row([1, 0, 1], 1)),
		...Array.from({ length: 8 }, () => row([1, 0, 1], 0)),
	];
	const weights = fitLogistic(rows, 1);
	expect(probability(weights, [1, 1, 1])).toBeCloseTo(0.8, 1);
	expect(probability(weights, [1, 0, 1])).toBeCloseTo(0.2, 1);
	expect(weights[1]).toBeGreaterThan(2);
});

test('what is not free is not let to speak against', () => {
	const rows = [row([1, 1], 0), row([1, 1], 0), row([1, 0], 1), row([1, 0], 0)];
	expect(fitLogistic(rows, 1)[1]).toBe(0);
	expect(fitLogistic(rows, 2)[1]).toBeLessThan(-1);
});

test('rows that can be told apart for sure give weights that are no more than large', () => {
	const weights = fitLogistic([row([1, 1], 1), row([1, 0], 0)], 1);
	expect(probability(weights, [1, 1])).toBeGreaterThan(0.9);
	expect(Math.max(...weights.map(Math.abs))).toBeLessThan(50);
});
