import type { Conversation, Instant } from './conversation';

/** Milliseconds after a text of the bot went out in which its channel may echo it. */
export const ECHO_WITHIN: Instant = 2 * 60_000;
/** A flood of duplicates must not make the conversation's row grow. */
const MOST = 20;

/** What answers the turn goes out once more, so that its channel may echo it once more. */
export function sayAgain(conversation: Conversation, seq: number, at: Instant): Conversation {
	const others = conversation.saidAgain.filter((one) => one.seq !== seq && mayEcho(one.at, at));
	return { ...conversation, saidAgain: [...others, { seq, at }].slice(-MOST) };
}

/** The turns whose answers may be echoed at this moment, because they went out once more. */
export function turnsSaidAgain({ saidAgain }: Conversation, at: Instant): number[] {
	return saidAgain.filter((one) => mayEcho(one.at, at)).map(({ seq }) => seq);
}

/** Whether what went out at one moment may be echoed at the other. */
export function mayEcho(saidAt: Instant, at: Instant): boolean {
	return at - saidAt < ECHO_WITHIN;
}
