/** The weights of one question: most buckets have none. */
export interface SparseWeights {
	/** A bit per bucket, from the lowest of each byte on; a power of two of them, 32 or more. */
	present: Uint8Array;
	/** Of the buckets whose bit is set, in their order. */
	values: Int8Array;
}

/**
 * The weights of the questions that are asked of the same texts: a bit for each bucket and a byte for each
 * weight. A byte for each bucket would be several times as much memory for a process to touch as it starts
 * (a bit vector with rank; Jacobson, 1989). Which buckets have a weight, and how many lie before them, stands
 * together for all questions: where it is in no cache of the processor, it is fetched once.
 */
export class WeightTable {
	/**
	 * Per 32 buckets and question: which of them have a weight, from the lowest bit on, and how many weights
	 * lie before these.
	 */
	readonly #index: Int32Array;
	readonly #stride: number;
	readonly #mask: number;
	readonly #values: readonly Int8Array[];

	/**
	 * Where a question has fewer buckets than another, they stand for more hashes each.
	 * @throws {RangeError} when the buckets of a question are no power of two from 32 on, or when it has not
	 * one value for each that is present.
	 */
	constructor(questions: readonly SparseWeights[]) {
		this.#values = questions.map(({ values }) => values);
		const bytes = Math.max(...questions.map(({ present }) => present.length));
		this.#mask = bytes * 8 - 1;
		this.#stride = 2 * questions.length;
		this.#index = new Int32Array((bytes / 4) * this.#stride);
		questions.forEach((question, place) => this.#fill(question, place));
	}

	get size(): number {
		return this.#values.length;
	}

	/** One question's weight for a feature; 0 for none. */
	weightOf(place: number, hash: number): number {
		const at = ((hash & this.#mask) >> 5) * this.#stride + 2 * place;
		return weightAt(this.#index, at, hash, this.#values[place]!);
	}

	/** One question's weights for the first so many features. */
	lookUp(place: number, hashes: Int32Array, count: number, into: Int8Array): void {
		const index = this.#index;
		const mask = this.#mask;
		const stride = this.#stride;
		const offset = 2 * place;
		const values = this.#values[place]!;
		for (let feature = 0; feature < count; feature++) {
			const hash = hashes[feature]!;
			into[feature] = weightAt(index, ((hash & mask) >> 5) * stride + offset, hash, values);
		}
	}

	#fill({ present, values }: SparseWeights, place: number): void {
		if (present.length < 4 || !Number.isInteger(Math.log2(present.length))) {
			throw new RangeError('The buckets of a question are no power of two from 32 on.');
		}
		const index = this.#index;
		const stride = this.#stride;
		const own = (present.length / 4) * stride;
		let count = 0;
		for (let at = 2 * place, byte = 0; at < own; at += stride, byte += 4) {
			const bits =
				present[byte]! |
				(present[byte + 1]! << 8) |
				(present[byte + 2]! << 16) |
				(present[byte + 3]! << 24);
			for (let again = at; again < index.length; again += own) {
				index[again] = bits;
				index[again + 1] = count;
			}
			count += onesIn(bits);
		}
		if (count !== values.length) {
			throw new RangeError('A question has not one value for each bucket with a weight.');
		}
	}
}

/** @param at where the index has what it knows of the feature's bucket and its neighbours */
function weightAt(index: Int32Array, at: number, hash: number, values: Int8Array): number {
	const bits = index[at]!;
	if (((bits >>> (hash & 31)) & 1) === 0) return 0;
	return values[index[at + 1]! + onesIn(bits & ((1 << (hash & 31)) - 1))]!;
}

/** How many bits of a number of 32 are 1, counted side by side (Warren, Hacker's Delight, 2002). */
function onesIn(bits: number): number {
	let sums = bits - ((bits >>> 1) & 0x55555555);
	sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333);
	return Math.imul((sums + (sums >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** From a weight for each bucket. */
export function gather(weights: Int8Array): SparseWeights {
	const present = new Uint8Array(weights.length / 8);
	weights.forEach((weight, bucket) => {
		if (weight !== 0) present[bucket >> 3]! |= 1 << (bucket & 7);
	});
	return { present, values: weights.filter((weight) => weight !== 0) };
}
