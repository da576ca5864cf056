import type { AttemptContext } from './attempt-context';
import { crossingOf, observeContext, observeMessage, observeSituation } from './observation';
import type { ReadText } from './read-text';
import type { TrainedModel } from './trained-model';
import { weigh, type Weighed } from './weigh';

/** A contact's message, weighed once for all that is asked of it. */
export interface WeighedMessage {
	/** The words by themselves. */
	words: Weighed;
	/** What tells of the bot's last answer; null when there is none. */
	attempt: WeighedAttempt | null;
}

export interface WeighedAttempt {
	/** The words as an answer to the bot, and what kind of turn it is. */
	turn: Weighed[];
	/** How the turn stands to those before it. */
	context: Weighed;
}

export function weighMessage(
	read: ReadText,
	context: AttemptContext,
	{ contactRequest: { table } }: TrainedModel,
): WeighedMessage {
	const message = observeMessage(read);
	if (!context.lastBot) return { words: weigh(table, [message])[0]!, attempt: null };
	const [words, situation, before] = weigh(table, [
		{ ...message, crossing: crossingOf(context) },
		observeSituation(read, context),
		observeContext(read, context),
	]) as [Weighed, Weighed, Weighed];
	return {
		words,
		attempt: {
			turn: [{ ...words, loudness: words.crossedLoudness }, situation],
			context: before,
		},
	};
}
