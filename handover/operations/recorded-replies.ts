import type { Message } from '../conversation/conversation';
import { sayAgain } from '../conversation/said-again';
import { botMayAnswer } from '../conversation/send-fence';
import type { Snapshot } from '../stores/store';
import { isOfAnother } from './answering-worker';
import { isClosingMessage, mayBeRepeated } from './closing-message';
import type { CarriedData, Routed } from './handover-data';
import type { ReceiveOutput } from './received';
import type { Services } from './services';

/** What the transcript says that the contact was told. */
export interface RecordedReply {
	text: string;
	/** As `replySeq` was, when it went out. */
	seq: number;
}

/**
 * Adds to a duplicate what its turn was answered with: the process may have died, or the channel's
 * request been cut off, between the commit and the channel, and whoever is told "duplicate" asks no
 * more. Only what the fence still lets out: after a takeover nothing of the bot is said again (ADR 30).
 * That it is said again is written down, for the channel may echo it, which is no human.
 * @throws {HandoverError} `STORE_*`; then the channel has not heard it, and sends the message again
 */
export async function withRecordedReplies(
	{ store, clock }: Services,
	{ output, handover }: Routed<ReceiveOutput>,
): Promise<Routed<ReceiveOutput>> {
	const messageSeq = handover.messageSeq!;
	const need = { messageId: handover.messageId, repliesTo: messageSeq };
	const first = repliesIn(await store.snapshot(handover, need), handover);
	if (first.length === 0) return { output, handover: { ...handover, recordedReplies: first } };
	const recordedReplies = await store.change(handover, need, (snapshot) => {
		const { conversation } = snapshot;
		const replies = repliesIn(snapshot, handover);
		if (!conversation || replies.length === 0) return { result: [], writes: [] };
		const at = Math.max(clock.now(), conversation.updatedAt);
		const said = sayAgain(conversation, messageSeq, at);
		return { result: replies, writes: [{ type: 'conversation', conversation: said }] };
	});
	return { output, handover: { ...handover, recordedReplies } };
}

/** What may be said again of what answers the turn. */
export function repliesIn(snapshot: Snapshot, carried: CarriedData): RecordedReply[] {
	return (
		snapshot.replies
			.filter((line) => mayBeSaidAgain(line, snapshot, carried))
			// A node that was tried again wrote its text twice, and what went out was the last try's.
			.filter(({ text }, index, lines) => text !== lines[index + 1]?.text)
			.map(({ text, seq }) => ({ text, seq }))
	);
}

function mayBeSaidAgain(
	{ seq }: Message,
	{ conversation, handover, admission }: Snapshot,
	carried: CarriedData,
): boolean {
	if (!conversation || !admission || isOfAnother(conversation, carried)) return false;
	return isClosingMessage(handover, seq)
		? mayBeRepeated(conversation, handover)
		: botMayAnswer(conversation, admission.epoch);
}
