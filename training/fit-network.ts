import {
	BUCKETS,
	FILTERS,
	HIDDEN,
	NETWORK_PARTS,
	NetworkReading,
	type Exchange,
	type Network,
} from '../handover/classifier/network';
import { SPAN, WIDTH, type NetworkChannel } from '../handover/classifier/network-channel';
import type { WordSequence } from '../handover/classifier/word-sequence';
import type { Example } from './fit';
import {
	firstNumbers,
	firstSquares,
	learnByExample,
	nudge,
	type Learner,
} from './learn-by-example';
import type { Random } from './random';

const SCHEDULE = { epochs: 5, rate: 0.06 };
/** A word of fewer lines is known by its meaning alone. */
const LEAST_LINES = 12;
/** Sizes of a word's numbers that are told apart: so many that more made no answer better, and few bits each. */
const WORD_SIZES = 15;
/** Share of words that are read by their meaning alone while it learns, and of meanings not at all. */
const WORDS_DROPPED = 0.2;
const MEANINGS_DROPPED = 0.05;

/** The same network with an answer so many times as strong. */
export function strengthen<Any extends Pick<Network, 'answer' | 'answerOffset'>>(
	network: Any,
	times: number,
): Any {
	const scaled = (numbers: Float32Array) => numbers.map((number) => number * times);
	return {
		...network,
		answer: scaled(network.answer),
		answerOffset: scaled(network.answerOffset),
	};
}

type Part = keyof Network;
/** Up to where the first weights of a part may be; the others begin at 0. */
const FIRST: Partial<Record<Part, number>> = {
	words: 0.1,
	symbols: 0.3,
	meanings: 0.3,
	wordFilters: 0.3,
	meaningFilters: 0.3,
	beforeFilters: 0.3,
	hidden: 0.25,
	answer: 0.2,
};

export function fitNetwork(examples: readonly Example[], random: Random): Network {
	const network = firstNumbers(NETWORK_PARTS, FIRST, random);
	const isKnown = wordsOfSeveralLines(examples);
	forget(network, isKnown);
	const exchanges = examples.map(({ exchange }) => knownWordsOf(exchange, isKnown));
	const reading = new NetworkReading();
	const way = new WayBack(network, reading);
	const learner: Learner = {
		read: (index) => reading.read(network, dropSome(exchanges[index]!, random)),
		learn: (error, rate) => way.learn(error, rate),
	};
	const learnt = learnByExample(network, learner, examples, SCHEDULE, random);
	return { ...learnt, words: rounded(learnt.words, WORD_SIZES) };
}

/** With so many sizes up to the largest. */
function rounded(numbers: Float32Array, sizes: number): Float32Array {
	const largest = numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
	const unit = largest / sizes || 1;
	return numbers.map((number) => Math.round(number / unit) * unit);
}

function wordsOfSeveralLines(examples: readonly Example[]): Uint8Array {
	const lastLine = new Int32Array(BUCKETS).fill(-1);
	const lines = new Uint16Array(BUCKETS);
	for (const { exchange, line } of examples) {
		for (const sequence of [exchange.text, exchange.before]) {
			for (const word of sequence?.words ?? []) {
				const bucket = word & (BUCKETS - 1);
				if (word === 0 || lastLine[bucket] === line) continue;
				lastLine[bucket] = line;
				if (lines[bucket]! < LEAST_LINES) lines[bucket]! += 1;
			}
		}
	}
	return Uint8Array.from(lines, (count) => (count >= LEAST_LINES ? 1 : 0));
}

function forget({ words }: Network, isKnown: Uint8Array): void {
	for (let bucket = 0; bucket < BUCKETS; bucket++) {
		if (!isKnown[bucket]) words.fill(0, bucket * WIDTH, (bucket + 1) * WIDTH);
	}
}

function withWords(
	{ text, before, earlier }: Exchange,
	change: (sequence: WordSequence) => WordSequence,
): Exchange {
	return { text: change(text), before: before && change(before), earlier };
}

function knownWordsOf(exchange: Exchange, isKnown: Uint8Array): Exchange {
	return withWords(exchange, (sequence) => ({
		...sequence,
		words: sequence.words.map((word) => (isKnown[word & (BUCKETS - 1)] ? word : 0)),
	}));
}

function dropSome(exchange: Exchange, random: Random): Exchange {
	return withWords(exchange, ({ words, symbols, ...others }) => ({
		words: words.map((word) => (random.next() < WORDS_DROPPED ? 0 : word)),
		symbols: symbols.map((symbol) => (random.next() < MEANINGS_DROPPED ? 0 : symbol)),
		...others,
	}));
}

/** Goes back through a reading (backpropagation). */
class WayBack {
	#rate = 0;
	readonly #squares = firstSquares(NETWORK_PARTS);
	readonly #ofFits: Float32Array;

	constructor(
		private readonly network: Network,
		private readonly reading: NetworkReading,
	) {
		this.#ofFits = new Float32Array(reading.fits.length);
	}

	/** @param error what the answer was too high. */
	learn(error: number, rate: number): void {
		this.#rate = rate;
		this.#learnAnswer(error);
		const { words, meanings, before } = this.reading;
		this.#learnChannel(words, 0, 'word', 'symbols', 'repeats', true);
		this.#learnChannel(meanings, FILTERS.words, 'meaning', 'meanings', 'repeatedMeanings', false);
		const from = FILTERS.words + FILTERS.meanings;
		this.#learnChannel(before, from, 'before', 'symbols', 'repeats', true);
	}

	#learnAnswer(error: number): void {
		const { network, reading } = this;
		const { fits, hidden } = reading;
		const count = fits.length;
		for (let filter = 0; filter < count; filter++) {
			this.#ofFits[filter] = error * network.answer[HIDDEN + filter]!;
		}
		for (let unit = 0; unit < HIDDEN; unit++) {
			if (hidden[unit] === 0) continue;
			const ofUnit = error * network.answer[unit]!;
			for (let filter = 0; filter < count; filter++) {
				const at = unit * count + filter;
				this.#ofFits[filter]! += ofUnit * network.hidden[at]!;
				if (fits[filter]! > 0) this.#change('hidden', at, ofUnit * fits[filter]!);
			}
			this.#change('hiddenOffsets', unit, ofUnit);
			this.#change('answer', unit, error * hidden[unit]!);
		}
		for (let filter = 0; filter < count; filter++) {
			if (fits[filter]! > 0) this.#change('answer', HIDDEN + filter, error * fits[filter]!);
		}
		this.#change('answerOffset', 0, error);
	}

	#learnChannel(
		channel: NetworkChannel,
		from: number,
		name: 'word' | 'meaning' | 'before',
		symbolsPart: Part,
		repeatsPart: Part,
		withWords: boolean,
	): void {
		const { network } = this;
		const rate = this.#rate;
		const squares = this.#squares;
		const filtersPart = `${name}Filters` as const;
		const filters = network[filtersPart];
		const { words, [symbolsPart]: symbols, [repeatsPart]: repeats } = network;
		const ofFilters = squares[filtersPart];
		const { words: ofWords, [symbolsPart]: ofSymbols, [repeatsPart]: ofRepeats } = squares;
		for (let filter = 0; filter < channel.filters; filter++) {
			const gradient = this.#ofFits[from + filter]!;
			if (channel.fits[filter] === 0 || gradient === 0) continue;
			const place = channel.places[filter]!;
			for (let step = 0; step < SPAN; step++) {
				const index = channel.at(place + step);
				if (index < 0) continue;
				const bucket = withWords ? channel.buckets[index]! : -1;
				const symbol = channel.symbols[index]!;
				const repeat = channel.repeats[index]!;
				for (let part = 0; part < WIDTH; part++) {
					const at = (filter * SPAN + step) * WIDTH + part;
					const ofVector = gradient * filters[at]!;
					const seen = channel.vectors[(place + step) * WIDTH + part]!;
					nudge(filters, ofFilters, at, gradient * seen, rate);
					if (bucket >= 0) nudge(words, ofWords, bucket * WIDTH + part, ofVector, rate);
					nudge(symbols, ofSymbols, symbol * WIDTH + part, ofVector, rate);
					if (repeat > 0) nudge(repeats, ofRepeats, repeat * WIDTH + part, ofVector, rate);
				}
			}
			this.#change(`${name}Offsets`, filter, gradient);
		}
	}

	#change(part: Part, at: number, gradient: number): void {
		nudge(this.network[part], this.#squares[part], at, gradient, this.#rate);
	}
}
