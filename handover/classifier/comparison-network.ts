import type { Exchange } from './network';
import { tanh } from './sigmoid';
import { finish, mix } from './text-features';
import { LONGEST_SEQUENCE, type WordSequence } from './word-sequence';

/** Numbers that stand for a turn. */
export const WIDTH = 16;
export const HIDDEN = 16;
export const BUCKETS = 1 << 13;

/** A draft with what it answers; or a turn with the answer before it and the question before that. */
export type TurnCount = 2 | 3;

/** Which two turns are multiplied, the one that is judged being the last. */
export const PAIRS: Record<TurnCount, ReadonlyArray<readonly [number, number]>> = {
	2: [[0, 1]],
	3: [
		[0, 1],
		[1, 2],
		[0, 2],
	],
};

/** How many numbers each part of a network but its vectors has, in the order of the file. */
export function comparisonParts(turnCount: TurnCount) {
	const inputs = inputCount(turnCount);
	return {
		/** What 1 in a vector is worth. */
		unit: 1,
		vectorOffsets: turnCount * WIDTH,
		/** How much each product counts where it is asked how well two turns go together. */
		fitWeights: PAIRS[turnCount].length * WIDTH,
		hidden: HIDDEN * inputs,
		hiddenOffsets: HIDDEN,
		/** From the hidden units, then from what these see. */
		answer: HIDDEN + inputs,
		answerOffset: 1,
	};
}

/** How many numbers stand for the words and meanings of all turns. */
export function vectorNumbers(turnCount: TurnCount): number {
	return turnCount * BUCKETS * WIDTH;
}

/** What the hidden units see: of each pair of turns the products, and how well the two go together. */
function inputCount(turnCount: TurnCount): number {
	return PAIRS[turnCount].length * (WIDTH + 1);
}

type Numbers = Record<keyof ReturnType<typeof comparisonParts>, Float32Array>;

/**
 * A small network that compares turns by what their words stand for, as far as the training text tells:
 * "within a week" goes with "how long" and not with "how much". Each turn is the sum of its words, and two of
 * them are multiplied number by number (two-tower model; Huang et al., 2013).
 */
export interface ComparisonNetwork extends Numbers {
	/** Of each turn, what its words and meanings add to its numbers. */
	vectors: Int8Array;
}

/** The same while it learns. */
export interface LearningComparison extends Numbers {
	vectors: Float32Array;
}

const PAIR = 0x4d5a6b3c;
const SYMBOL = 0x61c88647;
/** A word, how it begins, what it means, and what it and the one before mean, if anything that is known. */
const MOST_FEATURES = 4 * LONGEST_SEQUENCE;

/** One turn of a reading. */
export class TurnReading {
	/** Where in the vectors of its turn each feature begins. */
	readonly features = new Int32Array(MOST_FEATURES);
	count = 0;
	/** What each feature counts. */
	share = 0;
	readonly vector = new Float64Array(WIDTH);

	/** Notes each feature of a turn once; none of a turn that there is not. */
	note(sequence: WordSequence | null): void {
		this.count = sequence ? noteFeatures(sequence, this.features) : 0;
		this.share = this.count === 0 ? 0 : 1 / Math.sqrt(this.count);
	}
}

/** In which turn each bucket came up last. */
const lastSeen = new Int32Array(BUCKETS);
let turnsNoted = 0;

/** Says how many there are. */
function noteFeatures({ words, beginnings, symbols }: WordSequence, features: Int32Array): number {
	turnsNoted = (turnsNoted + 1) | 0;
	let count = 0;
	let before = 0;
	const note = (hash: number) => {
		const bucket = hash & (BUCKETS - 1);
		if (lastSeen[bucket] === turnsNoted) return;
		lastSeen[bucket] = turnsNoted;
		features[count++] = bucket * WIDTH;
	};
	for (let at = 0; at < words.length; at++) {
		const symbol = symbols[at]!;
		if (words[at] !== 0) note(words[at]!);
		if (beginnings[at] !== 0) note(beginnings[at]!);
		if (symbol !== 0) note(finish(mix(SYMBOL, symbol)));
		if (symbol !== 0 || before !== 0) note(finish(mix(mix(PAIR, before), symbol)));
		before = symbol;
	}
	return count;
}

/** One reading; training goes back through what it leaves behind. */
export class ComparisonReading {
	readonly turns: TurnReading[];
	readonly inputs: Float64Array;
	readonly hidden = new Float64Array(HIDDEN);

	constructor(readonly turnCount: TurnCount) {
		this.turns = Array.from({ length: turnCount }, () => new TurnReading());
		this.inputs = new Float64Array(inputCount(turnCount));
	}

	/** What it adds to the log-odds. */
	read(network: ComparisonNetwork | LearningComparison, exchange: Exchange): number {
		const sequences = sequencesOf(exchange, this.turnCount);
		for (let place = 0; place < this.turnCount; place++) {
			this.turns[place]!.note(sequences[place]!);
		}
		return this.answer(network);
	}

	/** By the features that were noted. */
	answer(network: ComparisonNetwork | LearningComparison): number {
		for (let place = 0; place < this.turnCount; place++) this.#addUp(network, place);
		this.#multiply(network);
		const { hidden, hiddenOffsets, answer, answerOffset } = network;
		const { inputs } = this;
		const count = inputs.length;
		let sum = answerOffset[0]!;
		for (let at = 0; at < count; at++) sum += answer[HIDDEN + at]! * inputs[at]!;
		for (let unit = 0; unit < HIDDEN; unit++) {
			let strength = hiddenOffsets[unit]!;
			for (let at = 0; at < count; at++) strength += hidden[unit * count + at]! * inputs[at]!;
			this.hidden[unit] = Math.max(0, strength);
			sum += answer[unit]! * this.hidden[unit]!;
		}
		return sum;
	}

	/** A turn without words is all zeros. */
	#addUp(
		{ vectors, unit, vectorOffsets }: ComparisonNetwork | LearningComparison,
		place: number,
	): void {
		const { vector, features, count, share } = this.turns[place]!;
		vector.fill(0);
		if (count === 0) return;
		const from = place * BUCKETS * WIDTH;
		for (let at = 0; at < count; at++) {
			const start = from + features[at]!;
			for (let part = 0; part < WIDTH; part++) vector[part]! += vectors[start + part]!;
		}
		const scale = unit[0]! * share;
		for (let part = 0; part < WIDTH; part++) {
			vector[part] = tanh(vector[part]! * scale + vectorOffsets[place * WIDTH + part]!);
		}
	}

	#multiply({ fitWeights }: Numbers): void {
		const { inputs, turns } = this;
		const pairs = PAIRS[this.turnCount];
		let at = 0;
		for (let pair = 0; pair < pairs.length; pair++) {
			const one = turns[pairs[pair]![0]]!.vector;
			const other = turns[pairs[pair]![1]]!.vector;
			let fit = 0;
			for (let part = 0; part < WIDTH; part++) {
				const product = one[part]! * other[part]!;
				inputs[at++] = product;
				fit += fitWeights[pair * WIDTH + part]! * product;
			}
			inputs[at++] = fit;
		}
	}
}

/** The turns that are compared, the one that is judged last. */
export function sequencesOf(
	{ text, before, earlier }: Exchange,
	turnCount: TurnCount,
): Array<WordSequence | null> {
	return turnCount === 2 ? [before, text] : [earlier, before, text];
}

/** Whether there is nothing to compare a text with: no turn before it, or a picture without a word. */
export function standsAlone({ before }: Exchange): boolean {
	return !before || before.words.length === 0;
}

/** Kept from call to call, for each call is done with it before it returns. */
const readings: Record<TurnCount, ComparisonReading> = {
	2: new ComparisonReading(2),
	3: new ComparisonReading(3),
};

/** 0 for a text that stands alone. */
export function readByComparison(network: ComparisonNetwork, exchange: Exchange): number {
	if (standsAlone(exchange)) return 0;
	const turnCount = network.vectors.length === vectorNumbers(2) ? 2 : 3;
	return readings[turnCount].read(network, exchange);
}
