import type { Conversation, ConversationRef, Instant } from '../conversation/conversation';
import type { Handover } from '../conversation/handover';
import { parseStaffId } from '../conversation/inbound-message';
import { HandoverError } from '../errors';
import { planPauseEnd } from '../jobs/plan-pause-end';
import { stopAcceptTimer } from '../staff/accept-timer';
import { give, type Staffed } from '../staff/next-available';
import type { Snapshot, Write } from '../stores/store';
import type { HandoverData } from './handover-data';
import { handoverDataOf, known } from './own-conversation';
import { eventOf } from './release';
import type { Services } from './services';

export interface AcceptInput {
	/** Who accepts; left out: whoever is assigned. */
	staffId?: unknown;
	carried?: unknown;
}

/**
 * A human says that they take the conversation, so that it is not passed on. Whoever accepts gets it
 * with its task, also from the unassigned queue, or from somebody who has not accepted yet. A second
 * time it changes nothing.
 * @throws {HandoverError} `CONVERSATION_UNKNOWN`, `STAFF_UNKNOWN`, `HANDOVER_TAKEN` when somebody else
 * has accepted, `TRANSITION_INVALID` when nobody is called, `DESK_REFUSED`
 */
export async function acceptHandover(
	services: Services,
	ref: ConversationRef,
	input: AcceptInput,
): Promise<HandoverData> {
	const wanted = parseStaffId(input.staffId);
	return await services.store.change(ref, { staff: 'toAssign' }, (snapshot) => {
		const before = known(snapshot.conversation);
		const open = openHandoverOf(before, snapshot.handover);
		const staffId = whoAccepts(wanted, before, snapshot);
		const isTheirs = before.owner === 'human' && before.assignee === staffId;
		if (open.staffing.acceptedAt !== null) {
			if (!isTheirs) throw taken();
			return { writes: [], result: handoverDataOf(before, open, input.carried) };
		}
		const at = Math.max(services.clock.now(), before.updatedAt);
		const given = isTheirs
			? { conversation: before, handover: open, writes: [] }
			: giveTo(services, before, open, snapshot, staffId, at);
		const accepted = accept(given.handover, staffId, at);
		const conversation = { ...given.conversation, updatedAt: at };
		return {
			writes: [
				{ type: 'conversation', conversation },
				{ type: 'handover', handover: accepted.handover },
				...given.writes,
				...accepted.writes,
				...planPauseEnd(before, conversation, at),
			],
			result: handoverDataOf(conversation, accepted.handover, input.carried),
		};
	});
}

/** Somebody has taken the handover: it is not passed on any more. */
export function accept(
	handover: Handover,
	staffId: string | null,
	at: Instant,
): { handover: Handover; writes: Write[] } {
	const staffing = { ...handover.staffing, acceptedAt: at, unownedAt: null };
	return {
		handover: { ...handover, staffing },
		writes: [
			stopAcceptTimer(handover.id),
			eventOf('handover.accepted', handover.id, at, { staffId }),
		],
	};
}

function openHandoverOf(conversation: Conversation, handover: Handover | undefined): Handover {
	if (handover && handover.id === conversation.openHandoverId) return handover;
	throw new HandoverError(
		'TRANSITION_INVALID',
		'There is nothing to accept: no human is called for this conversation. Read its state first.',
	);
}

function whoAccepts(
	wanted: string | null,
	{ owner, assignee }: Conversation,
	{ staff }: Snapshot,
): string {
	const staffId = wanted ?? (owner === 'human' ? assignee : null);
	if (staffId !== null && staff.some(({ id }) => id === staffId)) return staffId;
	throw new HandoverError(
		'STAFF_UNKNOWN',
		'Nobody of the roster is said to accept it, and nobody is assigned. Map the staff ID of who accepts.',
	);
}

function giveTo(
	services: Services,
	conversation: Conversation,
	handover: Handover,
	{ staff }: Snapshot,
	staffId: string,
	now: Instant,
): Staffed {
	const { desk, channels, newId } = services;
	const clockNow = services.clock.now();
	const context = { conversation, handover, staff, now, clockNow, newId, desk, channels };
	const given = give(context, { id: staffId });
	if (!('refused' in given)) return given;
	throw new HandoverError(
		'DESK_REFUSED',
		`The desk does not give the conversation to them (${given.refused}).`,
	);
}

function taken(): HandoverError {
	return new HandoverError('HANDOVER_TAKEN', 'Somebody else has accepted this conversation.');
}
