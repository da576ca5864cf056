import type { Conversation, Instant, Missed } from './conversation';
import { firstOpenSeq } from './open-turns';

/** A bot that is told so often and never answers through Before Reply gives no sign of having heard. */
const TELL_AT_MOST = 3;

/**
 * A human takes over at `at`: what is open now, and all that follows, is theirs. `seq`: the turn that
 * called.
 */
export function beginMissing(conversation: Conversation, seq: number, at: Instant): Missed {
	const from = conversation.missed ?? { fromSeq: firstOpenSeq(conversation, seq), fromAt: at };
	return { ...from, toSeq: null, told: 0 };
}

/** The bot has the conversation back; `lastSeq` is that of the newest line. */
export function endMissing({ missed }: Conversation, lastSeq: number): Missed | null {
	return missed && { ...missed, toSeq: lastSeq };
}

/** One more turn of the bot hears of it. Null: nothing was missed, or it was told often enough. */
export function tellMissed({ missed, owner }: Conversation): Missed | null {
	if (!missed || owner !== 'bot') return missed;
	return missed.told >= TELL_AT_MOST ? null : { ...missed, told: missed.told + 1 };
}
