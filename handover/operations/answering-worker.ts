import type { Conversation } from '../conversation/conversation';
import type { Admission } from '../stores/store';
import type { CarriedData } from './handover-data';

/**
 * The unique part of a runner's id, `host/pid/unique`. An item carries it to Before Reply, in whichever
 * process that runs; the rest is nothing for a flow, which may show the item to a contact.
 */
export function workerOf(runner: string): string {
	return runner.slice(runner.lastIndexOf('/') + 1);
}

/**
 * Whether another process has the turn by now, since the one that the item comes from was taken for
 * dead. Undefined: only the message's admission tells, which was not read.
 */
export function isTakenUp(
	conversation: Conversation,
	{ messageSeq, messageId, worker }: CarriedData,
	admission: Admission | undefined,
): boolean | undefined {
	// An older version has received it; or the message cannot come again.
	if (worker === null || messageId === null) return false;
	const open = conversation.openTurns.find(({ seq }) => seq === messageSeq) ?? admission;
	return open && workerOf(open.runner) !== worker;
}
