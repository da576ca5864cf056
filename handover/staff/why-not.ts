import type { Instant } from '../conversation/conversation';
import type { SkipReason, TriedStaff } from '../conversation/handover';
import type { RosterEntry } from './staff-member';
import { isWithin } from './working-hours';

/** They were asked, and it came to nothing. The others could not even be asked, and may be later. */
const ASKED: readonly SkipReason[] = ['deskRefused', 'notAccepted'];

export interface Occasion {
	now: Instant;
	/** Who was passed over in this handover so far. */
	tried: readonly TriedStaff[];
	/** Who has this conversation just now: it does not count against their own capacity. */
	heldBy: string | null;
}

/** Why this member cannot take a conversation now, or undefined when they can. */
export function whyNot(
	member: RosterEntry | undefined,
	{ now, tried, heldBy }: Occasion,
): SkipReason | undefined {
	if (!member) return 'unknown';
	const asked = tried.find(
		({ staffId, reason }) => staffId === member.id && ASKED.includes(reason),
	);
	if (asked) return asked.reason;
	if (!member.enabled) return 'disabled';
	if (!member.available) return 'offline';
	if (!isWithin(member.workingHours, member.timeZone, now)) return 'outsideHours';
	const others = member.openConversations - (heldBy === member.id ? 1 : 0);
	return member.capacity !== null && others >= member.capacity ? 'atCapacity' : undefined;
}
