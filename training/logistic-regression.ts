export interface Row {
	values: readonly number[];
	label: 0 | 1;
	/** How much it counts. */
	weight: number;
}

const STEPS = 15;
const SWEEPS = 100;
/** Pulls the weights towards zero. */
const DECAY = 0.0005;
/** A row that is all but certain still bends the loss by so much, or a step would be boundless. */
const LEAST_BEND = 1e-4;

/**
 * The weights of a logistic regression, by Newton's method from zero: the same every time. Those from
 * `free` on are not let below zero, whatever a few rows say.
 */
export function fitLogistic(rows: readonly Row[], free: number): number[] {
	const total = rows.reduce((sum, { weight }) => sum + weight, 0);
	const weights = (rows[0]?.values ?? []).map(() => 0);
	for (let step = 0; step < STEPS; step++) {
		const { slopes, bends } = expand(rows, weights, total);
		const change = leastChange(slopes, bends, weights, free);
		change.forEach((by, at) => (weights[at]! += by));
	}
	return weights;
}

/** First and second derivatives of the loss. */
function expand(rows: readonly Row[], weights: readonly number[], total: number) {
	const size = weights.length;
	const slopes = Float64Array.from(weights, (weight) => DECAY * weight);
	const bends = weights.map((_, at) => {
		const own = new Float64Array(size);
		own[at] = DECAY;
		return own;
	});
	for (const { values, label, weight } of rows) {
		let sum = 0;
		for (let at = 0; at < size; at++) sum += weights[at]! * values[at]!;
		const probability = 1 / (1 + Math.exp(-sum));
		const error = (weight / total) * (probability - label);
		const bend = (weight / total) * Math.max(LEAST_BEND, probability * (1 - probability));
		for (let at = 0; at < size; at++) {
			const value = values[at]!;
			if (value === 0) continue;
			slopes[at]! += error * value;
			const own = bends[at]!;
			for (let other = 0; other < size; other++) own[other]! += bend * value * values[other]!;
		}
	}
	return { slopes, bends };
}

/** To the least of the parabola, one weight after the other. */
function leastChange(
	slopes: Float64Array,
	bends: readonly Float64Array[],
	weights: readonly number[],
	free: number,
): Float64Array {
	const change = new Float64Array(weights.length);
	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		for (let at = 0; at < weights.length; at++) {
			const own = bends[at]!;
			let slope = slopes[at]!;
			for (let other = 0; other < weights.length; other++) slope += own[other]! * change[other]!;
			const best = weights[at]! + change[at]! - slope / own[at]!;
			change[at] = (at < free ? best : Math.max(0, best)) - weights[at]!;
		}
	}
	return change;
}
