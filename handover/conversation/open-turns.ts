import type { Conversation, Instant, OpenTurn } from './conversation';
import { awaitConfirmation, isToConfirm } from './watch';

/** Nobody waits for a turn that is older: its flow has ended without an answer, and nobody looks. */
const FORGOTTEN_AFTER: Instant = 10 * 60_000;
/** A flood of messages must not make the conversation's row grow: what is beyond is not ordered. */
const MOST = 200;

/** A human answers, or the conversation is over: nothing of the bot's is in anybody's way any more. */
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
 * that by now will not. What is watched has an answer, or a confirmation, of its own. The same object when
 * nothing of it was open.
 */
export function closeTurn(conversation: Conversation, seq: number): Conversation {
	return keepTurns(conversation, (turn) => {
		if (turn.seq === seq) return isToConfirm(turn);
		return turn.seq > seq || !turn.taken || turn.watch !== undefined;
	});
}

/** Likewise; where its flow is to confirm the turn, it stays open until then. */
export function answerTurn(conversation: Conversation, seq: number, now: Instant): Conversation {
	const openTurns = conversation.openTurns.map((turn) =>
		turn.seq === seq ? toConfirm(turn, now) : turn,
	);
	return closeTurn({ ...conversation, openTurns }, seq);
}

/** A human is called by the turn: what else is open is theirs. */
export function handOverTurn(
	{ openTurns }: Conversation,
	seq: number | null,
	now: Instant,
): Pick<Conversation, 'openTurns' | 'burst'> {
	const mine = openTurns.filter((turn) => turn.seq === seq).map((turn) => toConfirm(turn, now));
	return { ...NO_TURNS, openTurns: mine.filter(isToConfirm) };
}

function toConfirm(turn: OpenTurn, now: Instant): OpenTurn {
	if (!turn.watch?.confirm) return turn;
	return { ...turn, ...awaitConfirmation(turn.watch, now) };
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
	const unanswered = openTurns.filter((turn) => !isToConfirm(turn));
	return Math.min(seq, burst?.fromSeq ?? seq, ...unanswered.map(({ fromSeq }) => fromSeq));
}
