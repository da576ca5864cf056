import type { Conversation, Instant, OpenTurn } from '../conversation/conversation';
import type { Handover } from '../conversation/handover';
import { keepTurns } from '../conversation/open-turns';
import { fallbackContacts } from '../staff/alert-unowned';
import { tellStaff } from '../staff/tell-staff';
import type { Snapshot, Write } from '../stores/store';
import { isUnfinished } from './abandoned-turns';
import { NOBODY } from './answering-worker';
import { eventOf } from './release';
import type { Services } from './services';

interface Unconfirmed {
	conversation: Conversation;
	handover: Handover;
	turn: OpenTurn;
	at: Instant;
}

/**
 * A human is called, but no flow has confirmed that all is done: the contact may have heard nothing, nor
 * the assignee. Tells the assignee, and the fallback contacts, without any flow, once; the turn is watched
 * no more. What its handover lacks, the contact's next message still finishes.
 */
export function alertUnconfirmed(
	{ clock, newId, desk, channels }: Services,
	{ staff }: Snapshot,
	{ conversation, handover, turn, at }: Unconfirmed,
): Write[] {
	const assignee = conversation.owner === 'human' ? conversation.assignee : null;
	const contacts = fallbackContacts(staff, handover.staffing.among ?? []);
	const told = [...new Set([...staff.filter(({ id }) => id === assignee), ...contacts])];
	const context = {
		...{ conversation, handover, staff, newId, desk, channels },
		...{ now: at, clockNow: clock.now() },
	};
	const { messageId = null, raised = 0 } = turn.watch ?? {};
	const data = { messageId, messageSeq: turn.seq, raised, alerted: told.length };
	return [
		{ type: 'conversation', conversation: keepTurns(conversation, (one) => one !== turn) },
		...(isUnfinished(conversation, handover)
			? [{ type: 'handover' as const, handover: { ...handover, runner: NOBODY } }]
			: []),
		...tellStaff(context, handover, told, ['turnUnconfirmed'], channels),
		eventOf('turn.unconfirmed', handover.id, at, data),
	];
}
