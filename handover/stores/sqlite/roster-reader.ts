import type { DatabaseSync } from 'node:sqlite';
import type { RosterEntry } from '../../staff/staff-member';
import { toRosterEntry } from '../rows';
import { rowQuery } from './row-query';
import { STAFF } from './tables';

/** Reads the roster within whatever transaction is open. */
export function rosterReader(database: DatabaseSync): () => RosterEntry[] {
	const staff = rowQuery(database, STAFF, 'FROM staff ORDER BY rowid');
	return () => staff.all().map(toRosterEntry);
}
