import type { Conversation, Message } from '../conversation/conversation';
import type { ActionKind, ActionRecord, Handover } from '../conversation/handover';
import type { HandoverErrorCode } from '../errors';
import type { Scenario } from '../scenarios/scenario';
import type { StaffingContext } from '../staff/staffing-context';
import type { SnapshotNeed, Write } from '../stores/store';

/** What an action sees. All of it comes from the transaction that also takes its writes. */
export interface ActionContext extends StaffingContext {
	/** The scenario that called for the handover; its settings win over the node's fields. */
	scenario: Scenario | undefined;
	transcript: Message[];
	/** The turn of the contact that the flow is about. */
	messageSeq: number | null;
	/** Of the first line that the action writes. */
	nextMessageSeq: number;
}

export interface ActionOutcome {
	/** Failed: something else happened instead, which is in the writes, and in the result. */
	status: 'done' | 'skipped' | 'failed';
	/** Why it was skipped. */
	reason?: string;
	/** Why it failed. */
	error?: { code: HandoverErrorCode; message: string };
	/** The conversation after the action; left out when it did not change. */
	conversation?: Conversation;
	/** The handover likewise. */
	handover?: Handover;
	writes: Write[];
	result: ActionRecord['result'];
}

/**
 * One of the six. `fields` are the action node's, already of the right types; the scenario's own
 * settings win over them.
 */
export interface Action<Fields> {
	kind: ActionKind;
	/** What of the context it looks at, which for most is neither: without it, that is empty there. */
	need: Pick<SnapshotNeed, 'staff' | 'transcript'>;
	/** Reads a node's fields. @throws {HandoverError} when one is out of its range. */
	parse(fields: unknown): Fields;
	/** Pure. @throws {HandoverError} when the action cannot be done; then none of it is. */
	apply(context: ActionContext, fields: Fields): ActionOutcome;
}
