import type { DatabaseSync } from 'node:sqlite';
import type { RosterEntry, StaffMember } from '../../staff/staff-member';
import { profileOf, rosterEntryOf, type Row } from '../rows';
import { rowQuery } from './row-query';
import { STAFF } from './tables';

interface Profile {
	text: unknown;
	/** Flat, and never handed out itself. */
	read: Partial<StaffMember>;
}

/**
 * Reads the roster within whatever transaction is open. Profiles change with a flow's settings, and the
 * roster is read with each handover: they are parsed once.
 */
export function rosterReader(database: DatabaseSync): () => RosterEntry[] {
	const staff = rowQuery(database, STAFF, 'FROM staff ORDER BY rowid');
	const profiles = new Map<unknown, Profile>();

	function profile({ id, profile: text }: Row): Partial<StaffMember> {
		const known = profiles.get(id);
		if (known && known.text === text) return known.read;
		const read = profileOf(text);
		profiles.set(id, { text, read });
		return read;
	}

	return () => staff.all().map((row) => rosterEntryOf(row, profile(row)));
}
