import type { Calibration } from '../handover/classifier/linear-model';

export interface Judgement {
	score: number;
	label: 0 | 1;
	weight: number;
}

const STEPS = 200;

/**
 * Slope and offset that turn scores into probabilities: logistic regression on one variable by
 * Newton's method with halved steps, and with Platt's softened labels (Platt, 1999; Lin, Lin and
 * Weng, 2007). The scores must come from models that have not seen the example.
 */
export function calibrate(judgements: readonly Judgement[]): Calibration {
	const total = (label: 0 | 1) =>
		judgements.reduce((sum, one) => sum + (one.label === label ? one.weight : 0), 0);
	const [positive, negative] = [total(1), total(0)];
	const targets: Targets = [1 / (negative + 2), (positive + 1) / (positive + 2)];
	let best = { slope: 0, offset: Math.log((positive + 1) / (negative + 1)) };
	let least = loss(judgements, targets, best);
	for (let step = 0; step < STEPS; step++) {
		const change = newtonStep(judgements, targets, best);
		let size = 1;
		let next = best;
		let nextLoss = least;
		for (; size > 1e-6; size /= 2) {
			next = {
				slope: best.slope - size * change.slope,
				offset: best.offset - size * change.offset,
			};
			nextLoss = loss(judgements, targets, next);
			if (nextLoss < least) break;
		}
		if (least - nextLoss < 1e-9 * least) break;
		best = next;
		least = nextLoss;
	}
	return best;
}

/** What is aimed at for the labels 0 and 1. */
type Targets = [number, number];

function newtonStep(
	judgements: readonly Judgement[],
	targets: Targets,
	{ slope, offset }: Calibration,
): Calibration {
	let [ofSlope, ofOffset, slopeSlope, slopeOffset, offsetOffset] = [0, 0, 1e-9, 0, 1e-9];
	for (const { score, label, weight } of judgements) {
		const probability = 1 / (1 + Math.exp(-(slope * score + offset)));
		const error = weight * (probability - targets[label]);
		const curve = weight * probability * (1 - probability);
		ofSlope += error * score;
		ofOffset += error;
		slopeSlope += curve * score * score;
		slopeOffset += curve * score;
		offsetOffset += curve;
	}
	const determinant = slopeSlope * offsetOffset - slopeOffset * slopeOffset;
	return {
		slope: (offsetOffset * ofSlope - slopeOffset * ofOffset) / determinant,
		offset: (slopeSlope * ofOffset - slopeOffset * ofSlope) / determinant,
	};
}

/** Cross entropy. */
function loss(
	judgements: readonly Judgement[],
	targets: Targets,
	{ slope, offset }: Calibration,
): number {
	return judgements.reduce((sum, { score, label, weight }) => {
		const value = slope * score + offset;
		// log(1 + e^v) without overflow
		const soft = Math.max(value, 0) + Math.log1p(Math.exp(-Math.abs(value)));
		return sum + weight * (soft - targets[label] * value);
	}, 0);
}
