import { WHOLE } from '../handover/classifier/linear-model';
import type { Exchange } from '../handover/classifier/network';
import type { Observation } from '../handover/classifier/observation';
import { KnownFeatures } from './known-features';
import type { Random } from './random';

/** The features of a segment and what each counts, scaled to length 1. */
export interface Hashed {
	hashes: Int32Array;
	values: Float32Array;
}

/** An observation as training needs it: hashed once, read many times. */
export interface Example {
	segments: Hashed[];
	whole: Int32Array;
	exchange: Exchange;
	label: 0 | 1;
	/** How much it counts. */
	weight: number;
	/** The line, or the matter, it was made of: all texts of one are on the same side of a split. */
	line: number;
	text: string;
	/** What kind of example it is; see `SHARES` in `examples/`. */
	part: string;
	group: string;
	language: string;
}

export interface FitOptions {
	/** log2 of the number of buckets. */
	bits: number;
	epochs: number;
	rate: number;
	/** Pulls every weight towards zero by this share of the rate. */
	decay: number;
	random: Random;
	/** A feature of fewer lines says more of these than of the question. */
	leastLines: number;
	/** The buckets that may get a weight, for all others stay 0; when it is not given, those of `leastLines`. */
	only?: Uint8Array;
}

export interface Fitted {
	weights: Float64Array;
	bias: number;
}

export function hashAll(observation: Observation): Pick<Example, 'segments' | 'whole'> {
	const whole: number[] = [];
	observation.emitWhole((hash) => whole.push(hash));
	return {
		segments: observation.segments.map((segment) => {
			const hashes: number[] = [];
			const values: number[] = [];
			observation.emitSegment(segment, (hash, _from, _to, value) => {
				hashes.push(hash);
				values.push(value);
			});
			const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
			return {
				hashes: Int32Array.from(hashes),
				values: Float32Array.from(values, (value) => value / length),
			};
		}),
		whole: Int32Array.from(whole),
	};
}

/**
 * Logistic regression by AdaGrad (Duchi, Hazan and Singer, 2011), the loudest segment learning for its
 * text, the weights averaged over the second half of the epochs (Polyak and Juditsky, 1992).
 */
export function fit(examples: readonly Example[], options: FitOptions): Fitted {
	const size = 1 << options.bits;
	const isKnown = options.only ?? bucketsOfSeveralLines(examples, size, options.leastLines);
	const known = new KnownFeatures(examples, isKnown);
	const { features, values, starts, wholes, buckets } = known;
	const weights = new Float64Array(buckets.length);
	const squares = new Float64Array(buckets.length).fill(1e-3);
	let bias = 0;
	let biasSquares = 1e-3;
	const order = examples.map((_, index) => index);
	const averaged = new Float64Array(size);
	let averagedBias = 0;
	const averagedFrom = Math.floor(options.epochs / 2);
	for (let epoch = 0; epoch < options.epochs; epoch++) {
		options.random.shuffle(order);
		const rate = options.rate / (1 + epoch * 0.3);
		for (const index of order) {
			const { label, weight } = examples[index]!;
			const whole = wholes[index]!;
			const { segment, loudness } = loudestKnown(known, weights, index);
			let value = segment < 0 ? 0 : loudness;
			for (let at = starts[whole]!; at < starts[whole + 1]!; at++) {
				value += weights[features[at]!]! * WHOLE;
			}
			const probability = 1 / (1 + Math.exp(-(value + bias)));
			const error = (probability - label) * weight;
			if (Math.abs(error) < 1e-4) continue;
			const step = (feature: number, share: number) => {
				const gradient = error * share + options.decay * weights[feature]!;
				squares[feature]! += gradient * gradient;
				weights[feature]! -= (rate * gradient) / Math.sqrt(squares[feature]!);
			};
			if (segment >= 0) {
				for (let at = starts[segment]!; at < starts[segment + 1]!; at++) {
					step(features[at]!, values[at]!);
				}
			}
			for (let at = starts[whole]!; at < starts[whole + 1]!; at++) step(features[at]!, WHOLE);
			biasSquares += error * error;
			bias -= (rate * error) / Math.sqrt(biasSquares);
		}
		if (epoch < averagedFrom) continue;
		const share = 1 / (options.epochs - averagedFrom);
		weights.forEach((weight, feature) => (averaged[buckets[feature]!]! += weight * share));
		averagedBias += bias * share;
	}
	return { weights: averaged, bias: averagedBias };
}

/** As `loudest`, of known features alone: the segment as a stretch of them; -1 where there is none. */
function loudestKnown(
	known: KnownFeatures,
	weights: Float64Array,
	index: number,
): { segment: number; loudness: number } {
	const { features, values, starts, wholes } = known;
	let loudness = -Infinity;
	let segment = -1;
	for (let stretch = known.firstOf(index); stretch < wholes[index]!; stretch++) {
		let sum = 0;
		for (let at = starts[stretch]!; at < starts[stretch + 1]!; at++) {
			sum += weights[features[at]!]! * values[at]!;
		}
		if (sum <= loudness) continue;
		loudness = sum;
		segment = stretch;
	}
	return { segment, loudness };
}

/** All texts of a line follow each other. */
function bucketsOfSeveralLines(
	examples: readonly Example[],
	size: number,
	least: number,
): Uint8Array {
	const mask = size - 1;
	const lastLine = new Int32Array(size).fill(-1);
	const lines = new Uint16Array(size);
	const see = (hash: number, line: number) => {
		const bucket = hash & mask;
		if (lastLine[bucket] === line) return;
		lastLine[bucket] = line;
		if (lines[bucket]! < least) lines[bucket]! += 1;
	};
	for (const { segments, whole, line } of examples) {
		for (const { hashes } of segments) for (const hash of hashes) see(hash, line);
		for (const hash of whole) see(hash, line);
	}
	return Uint8Array.from(lines, (count) => (count >= least ? 1 : 0));
}

function loudest(weights: Float64Array, mask: number, example: Example) {
	let value = -Infinity;
	let segment: Hashed | undefined;
	for (const hashed of example.segments) {
		const { hashes, values } = hashed;
		let sum = 0;
		for (let at = 0; at < hashes.length; at++) sum += weights[hashes[at]! & mask]! * values[at]!;
		if (sum <= value) continue;
		value = sum;
		segment = hashed;
	}
	if (!segment) value = 0;
	for (const hash of example.whole) value += weights[hash & mask]! * WHOLE;
	return { segment, value };
}

/** The score of an example, bias included. */
export function scoreOf({ weights, bias }: Fitted, example: Example): number {
	return loudest(weights, weights.length - 1, example).value + bias;
}
