import type { Conversation } from '../conversation/conversation';
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
 * Whether another process has the turn by now, since the one that the item comes from was taken for
 * dead: then whatever the item would do is the other's to do. Undefined: only the message's admission
 * tells, if there is one, and it was not read.
 */
export function isTakenUp(
	{ conversation, admission }: Pick<Snapshot, 'conversation' | 'admission'>,
	carried: CarriedData,
): boolean | undefined {
	const { messageSeq, messageId, worker } = carried;
	// What has its numbers now is not its turn.
	if (!conversation || isOfAnother(conversation, carried)) return false;
	// An older version has received it; or the message cannot come again.
	if (worker === null || messageId === null) return false;
	const open = conversation.openTurns.find(({ seq }) => seq === messageSeq) ?? admission;
	return open && open.runner !== NOBODY && workerOf(open.runner) !== worker;
}
