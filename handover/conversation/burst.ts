import type { Burst, Conversation, Instant } from './conversation';
import { MAX_TEXT_LENGTH } from './inbound-message';

/** Lines in which the fragments of a burst are found. */
export const BURST_LINES = 60;
/** However fast somebody types on, the first fragment is answered after this many windows. */
export const MOST_WINDOWS = 5;
/** With what may lie between them, they are found within {@link BURST_LINES}. */
const MOST_FRAGMENTS = 20;
/** Between the end of one burst's window and the next message: its worker is gone. */
const ABANDONED_AFTER: Instant = 10_000;

export interface NewFragment {
	seq: number;
	at: Instant;
	length: number;
	/** Milliseconds. */
	window: number;
}

/**
 * Puts a message into the burst that is being joined, or begins one. False: that one is full, and the
 * message is a turn of its own after it.
 */
export function joinBurst(conversation: Conversation, fragment: NewFragment): Burst | false {
	const { burst } = conversation;
	const { seq, at, length, window } = fragment;
	if (!burst) return { fromSeq: seq, lastSeq: seq, since: at, fragments: 1, length };
	const fragments = burst.fragments + 1;
	const total = burst.length + 1 + length;
	if (fragments > MOST_FRAGMENTS || total > MAX_TEXT_LENGTH) return false;
	// What its worker left when it died is answered with this one, which has a window of its own.
	const isAbandoned = at - burst.since > MOST_WINDOWS * window + ABANDONED_AFTER;
	return {
		...burst,
		lastSeq: seq,
		since: isAbandoned ? at : burst.since,
		fragments,
		length: total,
	};
}

/** Milliseconds that a fragment which came at `at` waits for the next one. */
export function burstWait(burst: Burst, at: Instant, window: number): number {
	return Math.max(0, Math.min(window, burst.since + MOST_WINDOWS * window - at));
}

export function isFragmentOf(burst: Burst | null, seq: number): burst is Burst {
	return burst !== null && burst.fromSeq <= seq && seq <= burst.lastSeq;
}
