import type { Handover } from '../conversation/handover';
import type { Write } from '../stores/store';
import type { StaffingContext } from './staffing-context';
import type { RosterEntry } from './staff-member';
import { tellStaff } from './tell-staff';

/** Where the builder has named no fallback contact, so many staff members are told instead. */
export const MOST_ALERTED = 20;

export interface Alerted {
	handover: Handover;
	/** Ids. Empty when there is nobody to tell, or they know already; the event says it all the same. */
	alerted: string[];
	writes: Write[];
}

/**
 * Nobody has the conversation: tells the fallback contacts, through every channel. Once, until somebody
 * has it again.
 */
export function alertUnowned(
	context: StaffingContext,
	handover: Handover,
	among: readonly string[],
): Alerted {
	const { now, channels } = context;
	if (handover.staffing.unownedAt !== null) return { handover, alerted: [], writes: [] };
	const contacts = fallbackContacts(context.staff, among);
	const data = { alerted: contacts.length, passedOver: handover.staffing.tried.length };
	return {
		handover: { ...handover, staffing: { ...handover.staffing, unownedAt: now } },
		alerted: contacts.map(({ id }) => id),
		writes: [
			...tellStaff(context, handover, contacts, ['nobodyAvailable'], channels),
			{
				type: 'event',
				event: { type: 'handover.unowned', handoverId: handover.id, at: now, data },
			},
		],
	};
}

/** Of the flow's own staff, else of the roster; where nobody is named, the staff themselves. */
export function fallbackContacts(staff: RosterEntry[], among: readonly string[]): RosterEntry[] {
	const own = among.length ? staff.filter(({ id }) => among.includes(id)) : staff;
	for (const group of [own, staff]) {
		const named = group.filter(({ fallbackContact }) => fallbackContact);
		if (named.length) return named;
	}
	return own.filter(({ enabled }) => enabled).slice(0, MOST_ALERTED);
}
