import type { Conversation, Instant, OpenTurn } from '../conversation/conversation';
import type { Admission } from '../stores/records';
import type { Snapshot } from '../stores/store';
import type { CarriedData } from './handover-data';

/** In the place of a runner: who had the turn, or the handover, has left it, and nobody has it now. */
export const NOBODY = '';

/**
 * The unique part of a runner's id, `host/pid/unique`. An item carries it to whichever process goes on
 * with the flow; the other parts are nothing for a flow, which may show the item to a contact.
 */
export function workerOf(runner: string): string {
	return runner.slice(runner.lastIndexOf('/') + 1);
}

/** The item's conversation was erased, and its contact has begun a new one. */
export function isOfAnother({ createdAt }: Conversation, { begunAt }: CarriedData): boolean {
	return begunAt !== null && begunAt !== createdAt;
}

/**
 * Whether the turn was taken up again since the item left the Gate, by another process that took the
 * item's for dead, or because it gave no answer in time: then whatever the item would do is for the later
 * run to do. Undefined: only the message's admission tells, if there is one, and it was not read.
 */
export function isTakenUp(
	{ conversation, admission }: Pick<Snapshot, 'conversation' | 'admission'>,
	carried: CarriedData,
): boolean | undefined {
	const { messageSeq, messageId, worker, receivedAt } = carried;
	// What has its numbers now is not its turn.
	if (!conversation || isOfAnother(conversation, carried)) return false;
	// An older version has received it; or the message cannot come again.
	if (worker === null || messageId === null) return false;
	const open = conversation.openTurns.find(({ seq }) => seq === messageSeq);
	const held = open ?? admission;
	if (!held) return undefined;
	// Also while it is nobody's, for it may have been somebody's since.
	if (isHeldSince(open, admission, receivedAt)) return true;
	return held.runner !== NOBODY && workerOf(held.runner) !== worker;
}

/**
 * Whether whoever has the turn, or had it last, has received it later. An open turn has other times of
 * its own; without a watch and an admission, nothing tells.
 */
export function isHeldSince(
	open: OpenTurn | undefined,
	admission: Admission | undefined,
	receivedAt: Instant | null,
): boolean {
	if (receivedAt === null) return false;
	return [open?.watch?.since, admission?.at].some((at) => at !== undefined && at > receivedAt);
}
