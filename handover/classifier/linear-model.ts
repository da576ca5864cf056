import type { Observation } from './observation';
import type { Segment } from './text-features';

/**
 * One question that is answered by weighing features: a logistic model over hashed features, in
 * which the segment that speaks loudest decides for its text (multiple-instance learning; Andrews,
 * Tsochantaridis and Hofmann, 2002).
 */
export interface LinearModel {
	/** One weight per bucket, a power of two of them. */
	weights: Int8Array;
	/** What a weight of 1 is worth. */
	scale: number;
	/** Turn a score into a probability: 1 / (1 + e^-(slope * score + offset)); source: Platt, 1999. */
	slope: number;
	offset: number;
}

export interface Scored {
	probability: number;
	/** The segment that decided; null for a text without words. */
	segment: Segment | null;
}

export function score(model: LinearModel, observation: Observation): Scored {
	const { weights, scale } = model;
	const mask = weights.length - 1;
	let best = -Infinity;
	let decisive: Segment | null = null;
	for (const segment of observation.segments) {
		let sum = 0;
		let squares = 0;
		observation.emitSegment(segment, (hash, _from, _to, value) => {
			sum += weights[hash & mask]! * value;
			squares += value * value;
		});
		// Many features are to weigh no more than few.
		const loudness = sum / Math.sqrt(squares);
		if (loudness <= best) continue;
		best = loudness;
		decisive = segment;
	}
	if (!decisive) return { probability: 0, segment: null };
	let whole = 0;
	observation.emitWhole((hash) => {
		whole += weights[hash & mask]!;
	});
	const total = (best + whole * WHOLE) * scale;
	return {
		probability: 1 / (1 + Math.exp(-(model.slope * total + model.offset))),
		segment: decisive,
	};
}

/** What one feature of the whole text counts, against a segment's, which are scaled to length 1. */
export const WHOLE = 0.3;

const LONGEST_QUOTE = 8;

/** The stretch of up to eight words in a segment that weighed most, as `[from, to)` of its tokens. */
export function decidingWords(
	model: LinearModel,
	observation: Observation,
	segment: Segment,
): [from: number, to: number] {
	const { weights } = model;
	const mask = weights.length - 1;
	const shares = new Float64Array(segment.to - segment.from);
	observation.emitSegment(segment, (hash, from, to, value) => {
		// A feature of the whole segment points at no word.
		if (to - from > 4) return;
		const share = (weights[hash & mask]! * value) / (to - from);
		for (let at = from; at < to; at++) shares[at - segment.from]! += share;
	});
	let most = -Infinity;
	let found: [number, number] = [segment.from, Math.min(segment.to, segment.from + LONGEST_QUOTE)];
	for (let from = 0; from < shares.length; from++) {
		let sum = 0;
		for (let to = from; to < Math.min(shares.length, from + LONGEST_QUOTE); to++) {
			sum += shares[to]!;
			if (sum <= most) continue;
			most = sum;
			found = [segment.from + from, segment.from + to + 1];
		}
	}
	return found;
}
