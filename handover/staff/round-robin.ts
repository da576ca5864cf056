import type { RosterEntry } from './staff-member';

/**
 * Whose turn it is. The rotation lives in the store, so it is fair across restarts and flows; equals
 * (nobody was assigned yet) come in the order of the list.
 */
export function leastRecentlyAssigned(staff: readonly RosterEntry[]): RosterEntry | undefined {
	return staff.reduce<RosterEntry | undefined>(
		(first, one) => (first && first.lastAssigned <= one.lastAssigned ? first : one),
		undefined,
	);
}
