import { exchangeOfDraft, type TurnBefore } from './exchange';
import { score } from './linear-model';
import { meaningsOf } from './meaning-features';
import { observeDraft } from './observation';
import { readText, type ReadText } from './read-text';
import { featuresOf, type Features } from './similarity';
import { finish, hashWord, mix } from './text-features';
import type { TrainedModel } from './trained-model';
import { weigh } from './weigh';
import { sequenceOf, type WordSequence } from './word-sequence';

/** The bot's answer as the contact's next turn is compared with it. */
export interface ReadAnswer extends TurnBefore {
	/** What the contact had asked, null where the bot spoke first. */
	asked: WordSequence | null;
	endsWithQuestion: boolean;
	/** Hashes of the words of its last sentence, and of each with the next. */
	ending: number[];
	/** What its last sentence means. */
	endingMeanings: number[];
	/** How likely it is that a bot that says so, asked so, does not know. */
	unknowing: number;
}

/** A few hundred conversations' worth, of contacts and of bots each. */
const MOST = 1_000;
/** Longer ones are rare, and would take too much room. */
const LONGEST = 1_000;

/**
 * Reads turns that are seen again, a contact's with every turn that follows it and a bot's answer where
 * others ask the same, and remembers what it read of the latest: numbers, not what anybody wrote.
 */
export class ReadTurns {
	readonly #contact = new Map<number, Features>();
	readonly #answers = new Map<number, ReadAnswer>();

	constructor(private readonly model: Pick<TrainedModel, 'lackOfInformation' | 'wordWeights'>) {}

	/** @param read the text where it is already read: what is judged now is an earlier turn for the next. */
	featuresOf(text: string, read?: ReadText): Features {
		return recall(this.#contact, text, () =>
			featuresOf(read ?? readText(text), this.model.wordWeights),
		);
	}

	/** @param question what the contact had asked, null where the bot spoke first */
	readAnswer(text: string, question: string | null): ReadAnswer {
		// The length says where the question ends, and the dash that there is none.
		const both = question === null ? `- ${text}` : `${question.length} ${question} ${text}`;
		return recall(this.#answers, both, () => this.#readNew(readText(text), question));
	}

	#readNew(read: ReadText, question: string | null): ReadAnswer {
		const { lackOfInformation, wordWeights } = this.model;
		const asked = question === null ? null : this.#readQuestion(question);
		const observed = observeDraft(read, asked?.features ?? null, wordWeights);
		const weighed = weigh(lackOfInformation.table, [observed]);
		return {
			features: featuresOf(read, wordWeights),
			sequence: sequenceOf(read, null, null),
			asked: asked?.sequence ?? null,
			endsWithQuestion: read.endsWithQuestion,
			ending: endingOf(read),
			endingMeanings: endingMeaningsOf(read),
			unknowing: score(lackOfInformation, weighed, () => exchangeOfDraft(read, asked)).probability,
		};
	}

	/** As `readQuestion` does, with what is remembered of the same text as a turn. */
	#readQuestion(question: string): TurnBefore {
		const read = readText(question);
		return { features: this.featuresOf(question, read), sequence: sequenceOf(read, null, null) };
	}
}

function recall<Value>(known: Map<number, Value>, text: string, make: () => Value): Value {
	if (text.length > LONGEST) return make();
	const key = keyOf(text);
	const value = known.get(key) ?? make();
	known.delete(key);
	if (known.size >= MOST) known.delete(known.keys().next().value!);
	known.set(key, value);
	return value;
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
