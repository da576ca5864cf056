import { sigmoid, tanh } from '../../../handover/classifier/sigmoid';

const values = Array.from({ length: 4_001 }, (_, at) => (at - 2_000) / 100 + 0.0003);

test('it is the sigmoid to three places, however large the number', () => {
	for (const value of [...values, -Infinity, Infinity, 1e9]) {
		expect(Math.abs(sigmoid(value) - 1 / (1 + Math.exp(-value)))).toBeLessThan(0.001);
	}
});

test('it is the hyperbolic tangent to two places', () => {
	for (const value of [...values, -Infinity, Infinity]) {
		expect(Math.abs(tanh(value) - Math.tanh(value))).toBeLessThan(0.002);
	}
});

test('one half is where it belongs, so that an empty memory stays empty', () => {
	expect(sigmoid(0)).toBe(0.5);
	expect(tanh(0)).toBe(0);
});
