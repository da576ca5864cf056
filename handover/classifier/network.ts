import { NetworkChannel, SPAN, WIDTH } from './network-channel';
import { SYMBOLS, type WordSequence } from './word-sequence';

/** Filters over the words of a text, over its meanings alone, and over the words of the turn before. */
export const FILTERS = { words: 16, meanings: 12, before: 12 };
const ALL_FILTERS = FILTERS.words + FILTERS.meanings + FILTERS.before;
export const HIDDEN = 12;
export const BUCKETS = 1 << 13;

/** How many numbers each part of a network has, in the order of the file. */
export const NETWORK_PARTS = {
	words: BUCKETS * WIDTH,
	symbols: SYMBOLS * WIDTH,
	repeats: 4 * WIDTH,
	meanings: SYMBOLS * WIDTH,
	repeatedMeanings: 4 * WIDTH,
	wordFilters: FILTERS.words * SPAN * WIDTH,
	wordOffsets: FILTERS.words,
	meaningFilters: FILTERS.meanings * SPAN * WIDTH,
	meaningOffsets: FILTERS.meanings,
	beforeFilters: FILTERS.before * SPAN * WIDTH,
	beforeOffsets: FILTERS.before,
	/** From what fits to the hidden units, and from both to the answer. */
	hidden: HIDDEN * ALL_FILTERS,
	hiddenOffsets: HIDDEN,
	answer: HIDDEN + ALL_FILTERS,
	answerOffset: 1,
};

/**
 * A small network that reads the order in which words and meanings come up, in a text and in the turn
 * before it. What it learns of meanings holds for all languages.
 */
export type Network = Record<keyof typeof NETWORK_PARTS, Float32Array>;

/** What is judged, and what was said before. */
export interface Exchange {
	text: WordSequence;
	/** The turn before. */
	before: WordSequence | null;
	/** The one before that, which this network does not read. */
	earlier: WordSequence | null;
}

/** One reading; training goes back through what it leaves behind. */
export class NetworkReading {
	readonly words = new NetworkChannel(FILTERS.words);
	readonly meanings = new NetworkChannel(FILTERS.meanings);
	readonly before = new NetworkChannel(FILTERS.before);
	/** How well all filters fit, and how strongly the hidden units answer. */
	readonly fits = new Float32Array(ALL_FILTERS);
	readonly hidden = new Float32Array(HIDDEN);

	/** What it adds to the log-odds. */
	read(network: Network, { text, before }: Exchange): number {
		const { words, symbols, repeats } = network;
		this.words.read(text, { words, symbols, repeats });
		this.words.fit(network.wordFilters, network.wordOffsets);
		this.meanings.read(text, {
			words: null,
			symbols: network.meanings,
			repeats: network.repeatedMeanings,
		});
		this.meanings.fit(network.meaningFilters, network.meaningOffsets);
		this.before.read(before, { words, symbols, repeats });
		this.before.fit(network.beforeFilters, network.beforeOffsets);
		this.fits.set(this.words.fits);
		this.fits.set(this.meanings.fits, FILTERS.words);
		this.fits.set(this.before.fits, FILTERS.words + FILTERS.meanings);
		return this.#answer(network);
	}

	#answer({ hidden, hiddenOffsets, answer, answerOffset }: Network): number {
		const { fits } = this;
		let sum = answerOffset[0]!;
		for (let filter = 0; filter < ALL_FILTERS; filter++) {
			sum += answer[HIDDEN + filter]! * fits[filter]!;
		}
		for (let unit = 0; unit < HIDDEN; unit++) {
			let strength = hiddenOffsets[unit]!;
			for (let filter = 0; filter < ALL_FILTERS; filter++) {
				strength += hidden[unit * ALL_FILTERS + filter]! * fits[filter]!;
			}
			this.hidden[unit] = Math.max(0, strength);
			sum += answer[unit]! * this.hidden[unit]!;
		}
		return sum;
	}
}

/** Kept from call to call, for each call is done with it before it returns. */
const reading = new NetworkReading();

export function readByNetwork(network: Network, exchange: Exchange): number {
	return reading.read(network, exchange);
}
