import type { Burst, Conversation, Instant } from './conversation';
import { MAX_BURST_SECONDS } from './turn-settings';

/** Lines in which the fragments of a burst are found; more of them are not joined. */
export const BURST_LINES = 60;
/** However fast somebody types on, the first fragment is answered after this many windows. */
const MOST_WINDOWS = 5;

/** Longer than any burst lasts. */
const ABANDONED_AFTER: Instant = MOST_WINDOWS * MAX_BURST_SECONDS * 1000;

/** Puts the message `seq` into the burst that is being joined, or begins one. */
export function joinBurst(conversation: Conversation, seq: number, at: Instant): Conversation {
	const { burst } = conversation;
	if (!burst) return { ...conversation, burst: { fromSeq: seq, lastSeq: seq, since: at } };
	// Its worker is gone, or it would have been answered: what it left is answered with this one.
	const since = at - burst.since > ABANDONED_AFTER ? at : burst.since;
	return { ...conversation, burst: { ...burst, lastSeq: seq, since } };
}

/** When the burst whose newest fragment came at `lastAt` is complete; `window` in milliseconds. */
export function burstEndsAt(burst: Burst, lastAt: Instant, window: number): Instant {
	return Math.min(lastAt + window, burst.since + MOST_WINDOWS * window);
}
