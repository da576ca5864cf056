import type { ConversationRef, OpenTurn } from '../conversation/conversation';
import { parseRef } from '../conversation/inbound-message';
import { keepTurns } from '../conversation/open-turns';
import { isToConfirm } from '../conversation/watch';
import type { Snapshot, Write } from '../stores/store';
import { isUnfinished } from './abandoned-turns';
import { notAdmitted } from './admitted-turn';
import { isOfAnother, isTakenUp, NOBODY } from './answering-worker';
import { readCarriedData, type CarriedData, type HandoverData } from './handover-data';
import { handoverDataOf, known, unknown } from './own-conversation';
import { repliesIn, type RecordedReply } from './recorded-replies';
import type { Services } from './services';

export interface ConfirmedTurn extends HandoverData {
	/** False: there was nothing to confirm, or it is for another run to do. */
	confirmed: boolean;
}

/** What only the platform knows of the item that the flow ends with. */
export interface FlowEnd {
	/**
	 * The item is the channel's answer, which took the place of ours: `item` is what a node before knew,
	 * which says what a duplicate had to say, and not how much of it was said. By default it is ours.
	 */
	isReplaced?: boolean;
	/** The channel has not taken what was to be sent, and the flow goes on all the same. */
	isRefused?: boolean;
}

/**
 * The flow says that all is done of the item's turn, and that what it had to say has been taken: the turn
 * does not come back (ADR 34). A second time it changes nothing; nor by a run whose turn was taken up
 * since, or by a duplicate while somebody else is still about it, or that has not said what there is to say.
 * @throws {HandoverError} `MESSAGE_NOT_ADMITTED` for an item without a turn; `CONVERSATION_UNKNOWN` where
 * it was erased since; `STORE_*`
 */
export async function confirmTurn(
	services: Services,
	item: unknown,
	end: FlowEnd = {},
): Promise<ConfirmedTurn> {
	const carried = readCarriedData(item);
	const { messageId, messageSeq } = carried;
	if (messageSeq === null) throw notAdmitted();
	const ref = parseRef(item as Partial<ConversationRef>);
	const hasSaid = carried.duplicate || carried.replySeq !== null;
	const need = { messageId, ...(hasSaid && { repliesTo: messageSeq }) };
	return await services.store.change(ref, need, (snapshot) => {
		const conversation = known(snapshot.conversation);
		if (isOfAnother(conversation, carried)) throw unknown();
		const turn = conversation.openTurns.find(({ seq }) => seq === messageSeq);
		const confirmed =
			turn?.watch?.confirm !== undefined &&
			!end.isRefused &&
			mayConfirm(turn, snapshot, carried, saidUpTo(carried, item, end));
		const next = confirmed ? keepTurns(conversation, (one) => one !== turn) : conversation;
		const data = handoverDataOf(next, snapshot.handover, item);
		const writes: Write[] = confirmed ? [{ type: 'conversation', conversation: next }] : [];
		// A flow may have nothing to say to a message.
		if (confirmed && !isToConfirm(turn) && messageId !== null) {
			writes.push({ type: 'settle', messageId });
		}
		return { writes, result: { ...data, confirmed } };
	});
}

function mayConfirm(
	turn: OpenTurn,
	snapshot: Snapshot,
	carried: CarriedData,
	said: number | null,
): boolean {
	if (carried.joined || isTakenUp(snapshot, carried)) return false;
	const { conversation, handover } = snapshot;
	const isLacking = isUnfinished(conversation!, handover);
	// Whoever takes it up has it to do: a human was called meanwhile, or the run was taken for dead.
	if (isLacking && handover.runner === NOBODY) return false;
	if (!carried.duplicate) return said === null || said >= (lastReply(snapshot, carried) ?? 0);
	return isToConfirm(turn) && !isLacking && said === lastReply(snapshot, carried);
}

/** The last line that answers the turn: with it, all was said. */
function lastReply(snapshot: Snapshot, carried: CarriedData): number | null {
	return repliesIn(snapshot, carried).at(-1)?.seq ?? null;
}

/** The line that the run has said last. */
function saidUpTo(
	{ replySeq, duplicate }: CarriedData,
	item: unknown,
	{ isReplaced = false }: FlowEnd,
): number | null {
	if (replySeq !== null || !duplicate || !isReplaced) return replySeq;
	const { recordedReplies } = item as { recordedReplies?: RecordedReply[] };
	return Array.isArray(recordedReplies) ? (recordedReplies.at(-1)?.seq ?? null) : null;
}
