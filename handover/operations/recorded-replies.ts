import type { Message } from '../conversation/conversation';
import { botMayAnswer } from '../conversation/send-fence';
import type { Snapshot } from '../stores/store';
import { isOfAnother } from './answering-worker';
import { isClosingMessage, mayBeRepeated } from './closing-message';
import type { HandoverData, Routed } from './handover-data';
import type { ReceiveOutput } from './received';
import type { Services } from './services';

/** What the transcript says that the contact was told. */
export interface RecordedReply {
	text: string;
	/** As {@link HandoverData.replySeq} was, when it went out. */
	seq: number;
}

/**
 * Adds to a duplicate what its turn was answered with: the process may have died, or the channel's
 * request been cut off, between the commit and the channel, and whoever is told "duplicate" asks no
 * more. Only what the fence still lets out: after a takeover nothing of the bot is said again (ADR 30).
 * @throws {HandoverError} `STORE_*`; then the channel has not heard it, and sends the message again
 */
export async function withRecordedReplies(
	{ store }: Services,
	{ output, handover }: Routed<ReceiveOutput>,
): Promise<Routed<ReceiveOutput>> {
	const { messageId, messageSeq } = handover;
	const snapshot = await store.snapshot(handover, { messageId, repliesTo: messageSeq! });
	const replies = snapshot.replies.filter((line) => mayBeSaidAgain(line, snapshot, handover));
	const recordedReplies = replies.map(({ text, seq }) => ({ text, seq }));
	return { output, handover: { ...handover, recordedReplies } };
}

function mayBeSaidAgain(
	{ seq }: Message,
	{ conversation, handover, admission }: Snapshot,
	carried: HandoverData,
): boolean {
	if (!conversation || !admission || isOfAnother(conversation, carried)) return false;
	return isClosingMessage(handover, seq)
		? mayBeRepeated(conversation, handover)
		: botMayAnswer(conversation, admission.epoch);
}
