import type { Conversation, Instant, Message } from '../conversation/conversation';
import type { ActionKind, ActionRecord, Handover } from '../conversation/handover';
import type { Desk } from '../desks/desk';
import type { NotificationChannel } from '../notifications/channel';
import type { Scenario } from '../scenarios/scenario';
import type { RosterEntry } from '../staff/staff-member';
import type { Write } from '../stores/store';

/** What an action sees. All of it comes from the transaction that also takes its writes. */
export interface ActionContext {
	conversation: Conversation;
	handover: Handover;
	/** The scenario that called for the handover; its settings win over the node's fields. */
	scenario: Scenario | undefined;
	staff: RosterEntry[];
	transcript: Message[];
	/** Not before anything that the conversation says of itself; for records. */
	now: Instant;
	/** What the clock says; for what lies ahead. A clock that was wrong once must not shift it. */
	clockNow: Instant;
	newId: () => string;
	desk: Desk;
	channels: readonly NotificationChannel[];
}

export interface ActionOutcome {
	status: 'done' | 'skipped';
	/** Why it was skipped. */
	reason?: string;
	/** The conversation after the action; left out when it did not change. */
	conversation?: Conversation;
	writes: Write[];
	result: ActionRecord['result'];
}

/**
 * One of the six. `fields` are the action node's, already of the right types; the scenario's own
 * settings win over them.
 */
export interface Action<Fields> {
	kind: ActionKind;
	/** Reads a node's fields. @throws {HandoverError} when one is out of its range. */
	parse(fields: unknown): Fields;
	/** Pure. @throws {HandoverError} when the action cannot be done; then none of it is. */
	apply(context: ActionContext, fields: Fields): ActionOutcome;
}
