import type { Conversation, Instant, OpenTurn } from './conversation';

/** Nobody waits for a turn that is older: its flow has ended without an answer, and nobody looks. */
const FORGOTTEN_AFTER: Instant = 10 * 60_000;
/** A flood of messages must not make the conversation's row grow: what is beyond is not ordered. */
const MOST = 200;

/** A human takes over, or the conversation is over: nothing of the bot's is in anybody's way any more. */
export const NO_TURNS: Pick<Conversation, 'openTurns' | 'burst'> = { openTurns: [], burst: null };

/** The bot is to answer `turn` after those that are open already. False: there are too many. */
export function openTurn(conversation: Conversation, turn: OpenTurn): Conversation | false {
	const others = conversation.openTurns.filter(
		({ seq, at, watch }) => seq !== turn.seq && (watch || turn.at - at < FORGOTTEN_AFTER),
	);
	if (others.length >= MOST) return false;
	const openTurns = [...others, turn].sort((a, b) => a.seq - b.seq);
	return { ...conversation, openTurns };
}

/**
 * The turn was answered, and with it whatever the bot was given before: a flow that has not answered
 * that by now will not. What is watched has an answer of its own. The same object when nothing of it was
 * open.
 */
export function closeTurn(conversation: Conversation, seq: number): Conversation {
	return keepTurns(
		conversation,
		(turn) => turn.seq !== seq && (turn.seq > seq || !turn.taken || turn.watch !== undefined),
	);
}

export function keepTurns(
	conversation: Conversation,
	isKept: (turn: OpenTurn) => boolean,
): Conversation {
	const openTurns = conversation.openTurns.filter(isKept);
	if (openTurns.length === conversation.openTurns.length) return conversation;
	return { ...conversation, openTurns };
}

/** The first line that the bot has not answered for, from the turn `seq` back. */
export function firstOpenSeq({ openTurns, burst }: Conversation, seq: number): number {
	return Math.min(seq, burst?.fromSeq ?? seq, ...openTurns.map(({ fromSeq }) => fromSeq));
}
