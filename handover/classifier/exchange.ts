import type { AttemptContext } from './attempt-context';
import type { Exchange } from './network';
import { readText, type ReadText } from './read-text';
import { featuresOf, type Features, type WordWeights } from './similarity';
import { sequenceOf, type WordSequence } from './word-sequence';

/** A turn that another one is read after. */
export interface TurnBefore {
	features: Features;
	sequence: WordSequence;
}

/** What a draft answers. */
export function readQuestion(question: string, weights: WordWeights): TurnBefore {
	const read = readText(question);
	return { features: featuresOf(read, weights), sequence: sequenceOf(read, null, null) };
}

/** A contact's message, by itself. */
export function exchangeOfMessage(read: ReadText): Exchange {
	return { text: sequenceOf(read, null, null), before: null, earlier: null };
}

/** A draft after the message that it answers, when that is known. */
export function exchangeOfDraft(read: ReadText, question: TurnBefore | null): Exchange {
	return {
		text: sequenceOf(read, question?.features ?? null, null),
		before: question?.sequence ?? null,
		earlier: null,
	};
}

/** A contact's turn after the bot's answer, and after what that answers. */
export function exchangeOfAttempt(read: ReadText, { lastBot, earlier }: AttemptContext): Exchange {
	return {
		text: sequenceOf(read, lastBot?.features ?? null, earlier.at(-1)?.features ?? null),
		before: lastBot?.sequence ?? null,
		earlier: lastBot?.asked ?? null,
	};
}
