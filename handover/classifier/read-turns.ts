import { score } from './linear-model';
import { observeDraft } from './observation';
import { readText, type ReadText } from './read-text';
import { featuresOf, type Features } from './similarity';
import { hashWord, mix } from './text-features';
import type { TrainedModel } from './trained-model';

/** An earlier turn as the next one is compared with it. */
export interface ReadTurn {
	features: Features;
	endsWithQuestion: boolean;
	/** Hashes of the words of its last sentence, and of each with the next. */
	ending: number[];
	/** How likely it is that a bot that says so does not know. */
	unknowing(): number;
}

/** A few hundred conversations' worth. */
const MOST = 2_000;
/** Longer ones are rare, and would take too much room. */
const LONGEST = 1_000;

/**
 * Reads turns that will be seen again with every turn that follows them: the latest are kept in
 * memory, the texts as keys.
 */
export class ReadTurns {
	readonly #known = new Map<string, ReadTurn>();

	constructor(private readonly model: Pick<TrainedModel, 'lackOfInformation' | 'wordWeights'>) {}

	read(text: string): ReadTurn {
		const known = this.#known.get(text);
		if (known) return known;
		const turn = this.#readNew(text);
		if (text.length > LONGEST) return turn;
		if (this.#known.size >= MOST) this.#known.delete(this.#known.keys().next().value!);
		this.#known.set(text, turn);
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
			unknowing: () =>
				(unknowing ??= score(lackOfInformation, observeDraft(read, null, wordWeights)).probability),
		};
	}
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
