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
 * Whether the turn was taken up again since the item left the Gate, by another process that took the
 * item's for dead, or because it gave no answer in time: then whatever the item would do is for the later
 * run to do. Undefined: only the message's admission
 * tells, if there is one, and it was not read.
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
	if (held.runner === NOBODY) return false;
	// An open turn has other times of its own; without a watch, only another worker is told apart.
	const since = open ? open.watch?.since : held.at;
	const isLater = receivedAt !== null && since !== undefined && since > receivedAt;
	return workerOf(held.runner) !== worker || isLater;
}
