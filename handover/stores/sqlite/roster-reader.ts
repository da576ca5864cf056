import type { DatabaseSync } from 'node:sqlite';
import type { RosterEntry } from '../../staff/staff-member';
import { toRosterEntry, type Row } from '../rows';
import { rowQuery } from './row-query';
import { STAFF } from './tables';

/** What changes only with a flow's settings, or when somebody says whether they are there. */
const STEADY = ['profile', 'name', 'email', 'notify_conversation_assigned', 'notify_task_assigned'];

/**
 * Reads the roster within whatever transaction is open. Each handover does, and most of a member is as
 * it was: it is parsed once, and an entry, which is flat, is a copy.
 */
export function rosterReader(database: DatabaseSync): () => RosterEntry[] {
	const staff = rowQuery(database, STAFF, 'FROM staff ORDER BY rowid');
	const known = new Map<unknown, { row: Row; entry: RosterEntry }>();

	function entryOf(row: Row): RosterEntry {
		const before = known.get(row['id']);
		if (before && STEADY.every((column) => before.row[column] === row[column])) {
			return {
				...before.entry,
				lastAssigned: row['last_assigned'] as number,
				openConversations: row['open_conversations'] as number,
			};
		}
		const entry = toRosterEntry(row);
		known.set(row['id'], { row, entry });
		return { ...entry };
	}

	return () => staff.all().map(entryOf);
}
