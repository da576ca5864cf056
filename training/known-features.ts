import type { Example } from './fit';

/**
 * The features that may get a weight, of all examples in a row: numbered from 0 in the order of their
 * buckets. All others count nothing, and to leave them out makes what is read often fit into the caches
 * of a processor.
 */
export class KnownFeatures {
	/** Of each feature. */
	readonly buckets: Int32Array;
	/** Of the examples' features, which one, and what it counts; 0 in whole texts, where all count the same. */
	readonly features: Int32Array;
	readonly values: Float32Array;
	/** Where in them each stretch begins: the segments of an example, then its whole text; and the end. */
	readonly starts: Int32Array;
	/** Stretch of each example's whole text. */
	readonly wholes: Int32Array;

	constructor(examples: readonly Example[], isKnown: Uint8Array) {
		const mask = isKnown.length - 1;
		const numbers = new Int32Array(isKnown.length).fill(-1);
		const buckets: number[] = [];
		isKnown.forEach((known, bucket) => {
			if (known) numbers[bucket] = buckets.push(bucket) - 1;
		});
		const { most, stretches } = sizesOf(examples);
		const features = new Int32Array(most);
		const values = new Float32Array(most);
		this.starts = new Int32Array(stretches + 1);
		this.wholes = new Int32Array(examples.length);
		let count = 0;
		let stretch = 0;
		const add = (hashes: Int32Array, counts: Float32Array | null) => {
			for (let at = 0; at < hashes.length; at++) {
				const feature = numbers[hashes[at]! & mask]!;
				if (feature < 0) continue;
				features[count] = feature;
				if (counts) values[count] = counts[at]!;
				count++;
			}
			this.starts[++stretch] = count;
		};
		examples.forEach(({ segments, whole }, index) => {
			for (const { hashes, values: counts } of segments) add(hashes, counts);
			this.wholes[index] = stretch;
			add(whole, null);
		});
		this.buckets = Int32Array.from(buckets);
		this.features = features.slice(0, count);
		this.values = values.slice(0, count);
	}

	/** The segments of an example are the stretches from this one to before that of its whole text. */
	firstOf(index: number): number {
		return index === 0 ? 0 : this.wholes[index - 1]! + 1;
	}
}

function sizesOf(examples: readonly Example[]): { most: number; stretches: number } {
	let [most, stretches] = [0, 0];
	for (const { segments, whole } of examples) {
		most += whole.length;
		stretches += segments.length + 1;
		for (const { hashes } of segments) most += hashes.length;
	}
	return { most, stretches };
}
