import { score } from './linear-model';
import { meaningsOf } from './meaning-features';
import { observeDraft } from './observation';
import { readText, type ReadText } from './read-text';
import { featuresOf, type Features } from './similarity';
import { finish, hashWord, mix } from './text-features';
import type { TrainedModel } from './trained-model';

/** An earlier turn as the next one is compared with it. */
export interface ReadTurn {
	features: Features;
	endsWithQuestion: boolean;
	/** Hashes of the words of its last sentence, and of each with the next. */
	ending: number[];
	/** What its last sentence means. */
	endingMeanings: number[];
	/** How likely it is that a bot that says so does not know. */
	unknowing(): number;
}

/** A few hundred conversations' worth. */
const MOST = 1_000;
/** Longer ones are rare, and would take too much room. */
const LONGEST = 1_000;

/**
 * Reads turns that will be seen again with every turn that follows them, and remembers what it read
 * of the latest: numbers, not what anybody wrote.
 */
export class ReadTurns {
	readonly #known = new Map<number, ReadTurn>();

	constructor(private readonly model: Pick<TrainedModel, 'lackOfInformation' | 'wordWeights'>) {}

	read(text: string): ReadTurn {
		if (text.length > LONGEST) return this.#readNew(text);
		const key = keyOf(text);
		const turn = this.#known.get(key) ?? this.#readNew(text);
		this.#known.delete(key);
		if (this.#known.size >= MOST) this.#known.delete(this.#known.keys().next().value!);
		this.#known.set(key, turn);
		return turn;
	}

	#readNew(text: string): ReadTurn {
		const { lackOfInformation, wordWeights } = this.model;
		const read = readText(text);
		let unknowing: number | undefined;
		return {
			features: featuresOf(read, wordWeights),
			endsWithQuestion: read.endsWithQuestion,
			ending: endingOf(read),
			endingMeanings: endingMeaningsOf(read),
			unknowing: () =>
				(unknowing ??= score(lackOfInformation, observeDraft(read, null, wordWeights)).probability),
		};
	}
}

/** 53 bits of two hashes: that two texts share one is not to be expected in the life of a process. */
function keyOf(text: string): number {
	let high = 0x2c1b3c6d;
	let low = 0x297a2d39;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		high = mix(high, unit);
		low = mix(finish(low), unit);
	}
	return (finish(high) & 0x1fffff) * 0x1_0000_0000 + (finish(low) >>> 0);
}

const MOST_WORDS = 12;

function endingOf({ tokens }: ReadText): number[] {
	const sentence = tokens.at(-1)?.sentence;
	const words = tokens
		.slice(-MOST_WORDS)
		.filter((token) => token.sentence === sentence)
		.map(({ word }) => hashWord(word));
	return [...words, ...words.slice(1).map((word, at) => mix(words[at]!, word))];
}

function endingMeaningsOf({ tokens }: ReadText): number[] {
	const to = tokens.length;
	let from = Math.max(0, to - MOST_WORDS);
	while (from < to && tokens[from]!.sentence !== tokens[to - 1]!.sentence) from++;
	return meaningsOf(tokens, from, to);
}
