import type { Conversation, Instant } from '../conversation/conversation';
import type { Handover, PassedOver, SkipReason, TriedStaff } from '../conversation/handover';
import { transition } from '../conversation/transition';
import type { Refusal } from '../desks/desk';
import type { EventType, NewEvent } from '../stores/records';
import type { Write } from '../stores/store';
import { alertUnowned } from './alert-unowned';
import { ASSIGNMENT_RULES, type AssignmentRule } from './assignment-rules';
import type { RosterEntry } from './staff-member';
import type { StaffingContext } from './staffing-context';
import { whyNot } from './why-not';

/** Whom the builder wants to have it. */
export interface Wish {
	/** Is asked before all others. */
	first: string | null;
	/** Who is asked then, by id; empty: the whole roster. */
	among: readonly string[];
	rule: AssignmentRule;
}

export interface Staffed {
	conversation: Conversation;
	handover: Handover;
	/** Null: nobody is left. */
	assignee: string | null;
	passedOver: PassedOver[];
	/** Who was told that nobody is left. */
	alerted: string[];
	/** Without the rows of the conversation and of the handover. */
	writes: Write[];
}

/**
 * Gives the conversation and its task to the first in the rule's order who can take it. When nobody
 * can, it waits in the unassigned queue, its task has no owner, and the fallback contact is told; the
 * bot is silent either way. Pure.
 */
export function handToNext(context: StaffingContext, wish: Wish): Staffed {
	const passedOver: PassedOver[] = [];
	for (const { staffId, member } of inOrder(context, wish)) {
		const reason = whyNot(member, occasionOf(context));
		if (reason || !member) {
			passedOver.push(passOver(staffId, reason ?? 'unknown', context.handover));
			continue;
		}
		const given = give(context, member, passedOver);
		if (!('refused' in given)) return given;
		passedOver.push({ staffId, reason: 'deskRefused', detail: given.refused });
	}
	return leaveUnassigned(context, passedOver, wish.among);
}

function occasionOf({ conversation, handover, clockNow }: StaffingContext) {
	const heldBy = conversation.owner === 'human' ? conversation.assignee : null;
	return { now: clockNow, tried: handover.staffing.tried, heldBy };
}

/** With what the desk said of them before: their refusal is not asked for a second time. */
function passOver(staffId: string, reason: SkipReason, { staffing }: Handover): PassedOver {
	const before = staffing.tried.find((one) => one.staffId === staffId && one.reason === reason);
	return { staffId, reason, ...(before?.detail !== undefined && { detail: before.detail }) };
}

function inOrder(
	{ staff, handover }: StaffingContext,
	{ first, among, rule }: Wish,
): Array<{ staffId: string; member: RosterEntry | undefined }> {
	const candidates = among.length ? staff.filter(({ id }) => among.includes(id)) : staff;
	const ids = [
		...(first === null ? [] : [first]),
		...ASSIGNMENT_RULES[rule](candidates, handover.id).map(({ id }) => id),
		// Those whom nobody knows come last: they cannot be asked, but must not be lost silently.
		...among,
	];
	const byId = new Map(staff.map((member) => [member.id, member]));
	return [...new Set(ids)].map((staffId) => ({ staffId, member: byId.get(staffId) }));
}

/**
 * Gives conversation and task to this member, whether they are available or not, unless the desk refuses.
 */
export function give(
	context: StaffingContext,
	member: Pick<RosterEntry, 'id'>,
	passedOver: PassedOver[] = [],
): Staffed | Refusal {
	const { conversation, handover, desk, now } = context;
	const assigned = desk.assign({ conversation, handover, now }, member.id);
	if ('refused' in assigned) return assigned;
	const next = transition(conversation, {
		type: 'conversation.assigned',
		at: now,
		staffId: member.id,
	});
	const tried = triedAfter(handover, passedOver, now).filter(
		({ staffId }) => staffId !== member.id,
	);
	return {
		conversation: { ...conversation, ...next },
		handover: {
			...handover,
			staffing: { ...handover.staffing, tried, acceptedAt: null, unownedAt: null },
		},
		assignee: member.id,
		passedOver,
		alerted: [],
		writes: [
			...skipped(handover, passedOver, now),
			...assigned,
			event('conversation.assigned', handover, now, { staffId: member.id }),
		],
	};
}

function leaveUnassigned(
	context: StaffingContext,
	passedOver: PassedOver[],
	among: readonly string[],
): Staffed {
	const { conversation, handover, now } = context;
	const next = transition(conversation, { type: 'conversation.unassigned', at: now });
	const tried = triedAfter(handover, passedOver, now);
	// Also where somebody had taken it whose ID nobody knows: whoever accepts now gets it.
	const staffing = { ...handover.staffing, tried, acceptedAt: null };
	const alert = alertUnowned(context, { ...handover, staffing }, among);
	const taken: Write[] =
		conversation.owner === 'human'
			? [
					{ type: 'taskAssignee', handoverId: handover.id, staffId: null },
					event('conversation.unassigned', handover, now, { staffId: conversation.assignee }),
				]
			: [];
	return {
		conversation: { ...conversation, ...next },
		handover: alert.handover,
		assignee: null,
		passedOver,
		alerted: alert.alerted,
		writes: [...skipped(handover, passedOver, now), ...taken, ...alert.writes],
	};
}

/** What is new about them; who was passed over for the same reason before stays where they are. */
function news({ staffing }: Handover, passedOver: PassedOver[]): PassedOver[] {
	return passedOver.filter(
		(one) => !staffing.tried.some((t) => t.staffId === one.staffId && t.reason === one.reason),
	);
}

function triedAfter(handover: Handover, passedOver: PassedOver[], at: Instant): TriedStaff[] {
	const newer = news(handover, passedOver).map((one) => ({ ...one, at }));
	const again = new Set(newer.map(({ staffId }) => staffId));
	return [...handover.staffing.tried.filter(({ staffId }) => !again.has(staffId)), ...newer];
}

function skipped(handover: Handover, passedOver: PassedOver[], at: Instant): Write[] {
	return news(handover, passedOver).map((one) => event('staff.skipped', handover, at, { ...one }));
}

function event(type: EventType, { id }: Handover, at: Instant, data: NewEvent['data']): Write {
	return { type: 'event', event: { type, handoverId: id, at, data } };
}
