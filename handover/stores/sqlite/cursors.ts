import { toCursor } from '../rows';
import type { Cursor, CursorLease } from '../records';
import type { Transactions } from './transactions';

/** How far readers of events have come, and who reads. */
export class Cursors {
	readonly #transactions: Transactions;

	constructor(transactions: Transactions) {
		this.#transactions = transactions;
	}

	read(name: string): Cursor {
		return this.#transactions.read(() => {
			const row = this.#transactions
				.prepare(
					`SELECT (SELECT seq FROM cursors WHERE name = ?1) AS seq, held_by, sign
						FROM (VALUES (1)) LEFT JOIN cursor_leases ON name = ?1`,
				)
				.get(name);
			return toCursor(row!);
		});
	}

	save(name: string, seq: number): void {
		this.#transactions.write(() => {
			this.#transactions
				.prepare(
					`INSERT INTO cursors (name, seq) VALUES (?, ?)
						ON CONFLICT (name) DO UPDATE SET seq = MAX(seq, excluded.seq)`,
				)
				.run(name, seq);
		});
	}

	lease(name: string, { heldBy, sign }: CursorLease, runner: string): boolean {
		return this.#transactions.write(() => {
			const { changes } = this.#transactions
				.prepare(
					`INSERT INTO cursor_leases (name, held_by, sign) VALUES (?, ?, 1)
						ON CONFLICT (name) DO UPDATE SET held_by = excluded.held_by, sign = sign + 1
						WHERE held_by IS ? AND sign = ?`,
				)
				.run(name, runner, heldBy, sign);
			return changes > 0;
		});
	}

	release(name: string, runner: string): void {
		this.#transactions.write(() => {
			this.#transactions
				.prepare(
					'UPDATE cursor_leases SET held_by = NULL, sign = sign + 1 WHERE name = ? AND held_by = ?',
				)
				.run(name, runner);
		});
	}
}
