import type { Exchange } from './network';
import { sigmoid, tanh } from './sigmoid';
import { LONGEST_SEQUENCE, SYMBOLS } from './word-sequence';

/** Numbers that are remembered from word to word. */
export const MEMORY = 16;
/** How much of a memory stays, how much of it is looked at for what is new, and what is new. */
export const GATES = 3 * MEMORY;

/** Of the turns before, the last words are read first. */
const MOST_EARLIER = 16;
const MOST_BEFORE = 24;
/** What stands for words of the turns before; up to these, whether a word repeats one of another turn. */
const BEFORE = 4;
const EARLIER = 5;
const MARKS = EARLIER + 1;
const LONGEST = MOST_EARLIER + MOST_BEFORE + LONGEST_SEQUENCE;

/** How many numbers each part of a network has, in the order of the file. */
export const RECURRENT_PARTS = {
	/** What each meaning, its mark and all memories say to the gates. */
	symbols: SYMBOLS * GATES,
	marks: MARKS * GATES,
	memories: GATES * MEMORY,
	/** From what is remembered at the end, and from the most that was anywhere. */
	answer: 2 * MEMORY,
	answerOffset: 1,
};

/**
 * A small network that reads a turn from its first word to its last, by what the words mean, and
 * remembers: that a wish is negated twice, was somebody else's, or is taken back in the last clause
 * (gated recurrent units; Cho et al., 2014).
 */
export type RecurrentNetwork = Record<keyof typeof RECURRENT_PARTS, Float32Array>;

/** One reading; training goes back through what it leaves behind. */
export class RecurrentReading {
	/** How many words, and the meaning and the mark of each. */
	length = 0;
	readonly symbols = new Int32Array(LONGEST);
	readonly marks = new Int32Array(LONGEST);
	/** What is remembered before each word, and after the last. */
	readonly memories = new Float64Array((LONGEST + 1) * MEMORY);
	readonly stays = new Float64Array(LONGEST * MEMORY);
	readonly looks = new Float64Array(LONGEST * MEMORY);
	readonly news = new Float64Array(LONGEST * MEMORY);
	/** What the memories say to what is new, before it is decided how much of them is looked at. */
	readonly recalled = new Float64Array(LONGEST * MEMORY);
	/** After which word each memory was largest, counted from 1; 0 in a text without words. */
	readonly largestAt = new Int32Array(MEMORY);

	/** What it adds to the log-odds. */
	read(network: RecurrentNetwork, exchange: Exchange): number {
		this.#lineUp(exchange);
		for (let at = 0; at < this.length; at++) this.#step(network, at);
		return this.#answer(network);
	}

	#lineUp({ text, before, earlier }: Exchange): void {
		this.length = 0;
		this.#addLast(earlier?.symbols ?? [], MOST_EARLIER, EARLIER);
		this.#addLast(before?.symbols ?? [], MOST_BEFORE, BEFORE);
		for (let at = 0; at < text.symbols.length; at++)
			this.#add(text.symbols[at]!, text.repeats[at]!);
	}

	#addLast(symbols: readonly number[], most: number, mark: number): void {
		for (let at = Math.max(0, symbols.length - most); at < symbols.length; at++) {
			this.#add(symbols[at]!, mark);
		}
	}

	/** Words in a row that say nothing are read as one: there was something, whatever it was. */
	#add(symbol: number, mark: number): void {
		const saysNothing = symbol === 0 && (mark === 0 || mark >= BEFORE);
		const last = this.length - 1;
		if (saysNothing && last >= 0 && this.symbols[last] === 0 && this.marks[last] === mark) return;
		this.symbols[this.length] = symbol;
		this.marks[this.length] = mark;
		this.length += 1;
	}

	#step({ symbols, marks, memories: weights }: RecurrentNetwork, at: number): void {
		const { memories, stays, looks, news, recalled } = this;
		const from = at * MEMORY;
		const said = this.symbols[at]! * GATES;
		const marked = this.marks[at]! * GATES;
		for (let unit = 0; unit < MEMORY; unit++) {
			const ofStay = unit * MEMORY;
			const ofLook = ofStay + MEMORY * MEMORY;
			const ofNew = ofLook + MEMORY * MEMORY;
			let stay = symbols[said + unit]! + marks[marked + unit]!;
			let look = symbols[said + MEMORY + unit]! + marks[marked + MEMORY + unit]!;
			let recall = 0;
			for (let other = 0; other < MEMORY; other++) {
				const memory = memories[from + other]!;
				stay += weights[ofStay + other]! * memory;
				look += weights[ofLook + other]! * memory;
				recall += weights[ofNew + other]! * memory;
			}
			const place = from + unit;
			const fresh = symbols[said + 2 * MEMORY + unit]! + marks[marked + 2 * MEMORY + unit]!;
			const kept = sigmoid(stay);
			stays[place] = kept;
			looks[place] = sigmoid(look);
			recalled[place] = recall;
			news[place] = tanh(fresh + looks[place] * recall);
			memories[place + MEMORY] = kept * memories[place]! + (1 - kept) * news[place];
		}
	}

	#answer({ answer, answerOffset }: RecurrentNetwork): number {
		const { memories, largestAt, length } = this;
		let sum = answerOffset[0]!;
		for (let unit = 0; unit < MEMORY; unit++) {
			let most = -Infinity;
			largestAt[unit] = 0;
			for (let at = 1; at <= length; at++) {
				const memory = memories[at * MEMORY + unit]!;
				if (memory <= most) continue;
				most = memory;
				largestAt[unit] = at;
			}
			sum += answer[unit]! * memories[length * MEMORY + unit]!;
			sum += answer[MEMORY + unit]! * memories[largestAt[unit]! * MEMORY + unit]!;
		}
		return sum;
	}
}

/** Kept from call to call, for each call is done with it before it returns. */
const reading = new RecurrentReading();

export function readByRecurrentNetwork(network: RecurrentNetwork, exchange: Exchange): number {
	return reading.read(network, exchange);
}
