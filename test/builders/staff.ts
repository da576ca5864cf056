import {
	parseStaff,
	rosterEntry,
	type RosterEntry,
	type StaffMember,
} from '../../handover/staff/staff-member';

/** Always there, and as many conversations as come. */
export function aMember(id: string, given: Partial<StaffMember> = {}): StaffMember {
	return parseStaff([{ id, name: id, ...given }])[0]!;
}

export function anEntry(id: string, given: Partial<RosterEntry> = {}): RosterEntry {
	return {
		...rosterEntry({ id, name: id }, { lastAssigned: 0, openConversations: 0 }),
		...given,
	};
}
