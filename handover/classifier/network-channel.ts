import { LONGEST_SEQUENCE, type WordSequence } from './word-sequence';

/** Numbers that stand for a word. */
export const WIDTH = 8;
/** Words that a filter looks at together. */
export const SPAN = 5;
const EDGE = (SPAN - 1) / 2;

/** What stands for the words of a sequence. */
export interface Vectors {
	/** By the lower bits of a word's hash; null where words count by their meaning alone. */
	words: Float32Array | null;
	symbols: Float32Array;
	repeats: Float32Array;
}

/**
 * Patterns of up to five words that are looked for anywhere in a sequence; of each, where it fits best
 * and how well (convolution and max pooling; Kim, 2014).
 */
export class NetworkChannel {
	/** What was read, without what has no vector: bucket (-1 for none), symbol and repeat of each place. */
	readonly buckets = new Int32Array(LONGEST_SEQUENCE);
	readonly symbols = new Int32Array(LONGEST_SEQUENCE);
	readonly repeats = new Int32Array(LONGEST_SEQUENCE);
	/** One after another, between empty ones for the edges. */
	readonly vectors = new Float32Array((LONGEST_SEQUENCE + SPAN - 1) * WIDTH);
	/** How well each filter fits, 0 where it does not, and where its first word is in `vectors`. */
	readonly fits: Float32Array;
	readonly places: Int32Array;
	#count = 0;

	constructor(readonly filters: number) {
		this.fits = new Float32Array(filters);
		this.places = new Int32Array(filters);
	}

	/** Index of what is seen at a place of `vectors`; -1 at the edges. */
	at(place: number): number {
		const index = place - EDGE;
		return index >= 0 && index < this.#count ? index : -1;
	}

	read(sequence: WordSequence | null, vectors: Vectors): void {
		this.#count = 0;
		const { length } = sequence?.words ?? [];
		for (let at = 0; at < length; at++) this.#add(sequence!, at, vectors);
		const end = (this.#count + EDGE) * WIDTH;
		this.vectors.fill(0, end, end + EDGE * WIDTH);
	}

	#add(sequence: WordSequence, at: number, { words, symbols, repeats }: Vectors): void {
		const symbol = sequence.symbols[at]!;
		if (!words && symbol === 0) return;
		const word = words ? sequence.words[at]! : 0;
		const bucket = words && word !== 0 ? word & (words.length / WIDTH - 1) : -1;
		const repeat = sequence.repeats[at]!;
		const index = this.#count++;
		this.buckets[index] = bucket;
		this.symbols[index] = symbol;
		this.repeats[index] = repeat;
		const place = (index + EDGE) * WIDTH;
		for (let part = 0; part < WIDTH; part++) {
			this.vectors[place + part] =
				(bucket < 0 ? 0 : words![bucket * WIDTH + part]!) +
				symbols[symbol * WIDTH + part]! +
				repeats[repeat * WIDTH + part]!;
		}
	}

	fit(filters: Float32Array, offsets: Float32Array): void {
		const { vectors } = this;
		for (let filter = 0; filter < this.filters; filter++) {
			const from = filter * SPAN * WIDTH;
			let most = 0;
			let found = 0;
			for (let place = 0; place < this.#count; place++) {
				let sum = offsets[filter]!;
				const start = place * WIDTH;
				for (let part = 0; part < SPAN * WIDTH; part++) {
					sum += filters[from + part]! * vectors[start + part]!;
				}
				if (sum <= most) continue;
				most = sum;
				found = place;
			}
			this.fits[filter] = most;
			this.places[filter] = found;
		}
	}
}
