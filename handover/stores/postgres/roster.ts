import type { RosterEntry, StaffMember } from '../../staff/staff-member';
import { toRosterEntry } from '../rows';
import { STAFF_QUERY } from './snapshot-reader';
import { query, statement } from './statement';
import type { Transactions } from './transactions';

const STAFF_ROWS = `ROWS FROM (json_to_recordset($1) AS (id TEXT, name TEXT, email TEXT,
		notify_conversation_assigned BOOLEAN, notify_task_assigned BOOLEAN, profile TEXT))
	WITH ORDINALITY AS given (id, name, email, notify_conversation_assigned, notify_task_assigned,
		profile, place)`;
const saved = (table: string) => `(${table}.name, ${table}.email,
	${table}.notify_conversation_assigned, ${table}.notify_task_assigned,
	${table}.profile::jsonb - 'available')`;
/** Those who are not in the roster as they are given here. */
const NEW = statement(`
	SELECT 1 FROM ${STAFF_ROWS} LEFT JOIN staff ON staff.id = given.id
	WHERE ${saved('staff')} IS DISTINCT FROM ${saved('given')} LIMIT 1`);
const SAVE = statement(`
	INSERT INTO staff (id, name, email, notify_conversation_assigned, notify_task_assigned, profile)
	SELECT id, name, email, notify_conversation_assigned, notify_task_assigned, profile::json
	FROM ${STAFF_ROWS} ORDER BY place
	ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email,
		notify_conversation_assigned = excluded.notify_conversation_assigned,
		notify_task_assigned = excluded.notify_task_assigned,
		profile = (excluded.profile::jsonb || CASE WHEN staff.profile -> 'available' IS NULL THEN '{}'
			ELSE jsonb_build_object('available', staff.profile -> 'available') END)::json`);
/** Set by whom it concerns, and not by a list that a flow saves again. */
const SET_AVAILABILITY = statement(`
	UPDATE staff SET profile = (profile::jsonb || jsonb_build_object('available', $2::boolean))::json
	WHERE id = $1`);

/** Taken by whoever changes it or goes by it, so that they do so one after the other. */
export const ROSTER_LOCK = 'roster';

/** Who may take a conversation. Decisions move members to the end of the rotation. */
export class Roster {
	readonly #transactions: Transactions;

	constructor(transactions: Transactions) {
		this.#transactions = transactions;
	}

	async save(staff: StaffMember[]): Promise<void> {
		const rows = JSON.stringify(staff.map(staffRow));
		// Nodes save the same staff again and again; assignments need not wait for that.
		if ((await this.#transactions.rows(NEW, rows)).length === 0) return;
		await this.#transactions.write(ROSTER_LOCK, async () => ({
			result: undefined,
			writes: [query(SAVE, rows)],
		}));
	}

	async setAvailability(staffId: string, available: boolean): Promise<boolean> {
		return await this.#transactions.write(ROSTER_LOCK, async (session) => ({
			result: (await session.count(query(SET_AVAILABILITY, staffId, available))) > 0,
			writes: [],
			hasWritten: true,
		}));
	}

	async list(): Promise<RosterEntry[]> {
		const rows = await this.#transactions.read((session) => session.run(STAFF_QUERY));
		return rows.map(toRosterEntry);
	}
}

/** The columns beside the profile are those of SQLite, where a version before it reads them. */
function staffRow(one: StaffMember) {
	return {
		id: one.id,
		name: one.name,
		email: one.email,
		notify_conversation_assigned: one.notifyConversationAssigned,
		notify_task_assigned: one.notifyTaskAssigned,
		profile: JSON.stringify(one),
	};
}
