import type { Conversation, Instant, OpenTurn } from './conversation';

/** Nobody waits for a turn that is older: its flow has ended without an answer. */
const FORGOTTEN_AFTER: Instant = 10 * 60_000;
/** A flood of messages must not make the conversation's row grow. */
const MOST = 100;

/** A human takes over: nothing of the bot's is in anybody's way any more. */
export const NO_TURNS: Pick<Conversation, 'openTurns' | 'burst'> = { openTurns: [], burst: null };

/** The bot is to answer `turn` after those that are open already. */
export function openTurn(conversation: Conversation, turn: OpenTurn): Conversation {
	const others = conversation.openTurns.filter(
		({ seq, at }) => seq !== turn.seq && turn.at - at < FORGOTTEN_AFTER,
	);
	const openTurns = [...others, turn].sort((a, b) => a.seq - b.seq).slice(-MOST);
	return { ...conversation, openTurns };
}

/** The turns were answered, or never will be. The same object when none of them was open. */
export function closeTurns(conversation: Conversation, seqs: readonly number[]): Conversation {
	const openTurns = conversation.openTurns.filter(({ seq }) => !seqs.includes(seq));
	if (openTurns.length === conversation.openTurns.length) return conversation;
	return { ...conversation, openTurns };
}
