import type { RosterEntry, StaffMember } from '../../staff/staff-member';
import type { Transactions } from './transactions';

/** Who may take a conversation. Decisions move members to the end of the rotation. */
export class Roster {
	readonly #transactions: Transactions;
	readonly #list: () => RosterEntry[];

	/** `list` reads it within the transaction that is open. */
	constructor(transactions: Transactions, list: () => RosterEntry[]) {
		this.#transactions = transactions;
		this.#list = list;
	}

	save(staff: StaffMember[]): void {
		this.#transactions.write(() => {
			const upsert = this.#transactions.prepare(`
				INSERT INTO staff (id, name, email, notify_conversation_assigned, notify_task_assigned, profile)
				VALUES (?, ?, ?, ?, ?, ?)
				ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email,
					notify_conversation_assigned = excluded.notify_conversation_assigned,
					notify_task_assigned = excluded.notify_task_assigned,
					profile = CASE WHEN profile -> '$.available' IS NULL THEN excluded.profile
						ELSE json_set(excluded.profile, '$.available', json(profile -> '$.available')) END`);
			for (const one of staff) {
				const flags = [one.notifyConversationAssigned, one.notifyTaskAssigned].map(Number);
				upsert.run(one.id, one.name, one.email, ...flags, JSON.stringify(one));
			}
		});
	}

	setAvailability(staffId: string, available: boolean): boolean {
		return this.#transactions.write(() => {
			const { changes } = this.#transactions
				.prepare(
					`UPDATE staff SET profile = json_set(profile, '$.available', json(?)) WHERE id = ?`,
				)
				.run(String(available), staffId);
			return changes > 0;
		});
	}

	list(): RosterEntry[] {
		return this.#transactions.read(this.#list);
	}
}
