import { toCursor } from '../rows';
import type { Cursor, CursorLease } from '../records';
import { statement } from './statement';
import type { Transactions } from './transactions';

const READ = statement(`
	SELECT (SELECT seq FROM cursors WHERE name = $1) AS seq, held_by, sign
	FROM (VALUES (1)) AS always LEFT JOIN cursor_leases ON name = $1`);
const SAVE = statement(`
	INSERT INTO cursors (name, seq) VALUES ($1, $2)
	ON CONFLICT (name) DO UPDATE SET seq = GREATEST(cursors.seq, excluded.seq)`);
const LEASE = statement(`
	INSERT INTO cursor_leases (name, held_by, sign) VALUES ($1, $2, 1)
	ON CONFLICT (name) DO UPDATE SET held_by = excluded.held_by, sign = cursor_leases.sign + 1
	WHERE cursor_leases.held_by IS NOT DISTINCT FROM $3 AND cursor_leases.sign = $4`);
const RELEASE = statement(`
	UPDATE cursor_leases SET held_by = NULL, sign = sign + 1 WHERE name = $1 AND held_by = $2`);

/** How far readers of events have come, and who reads. */
export class Cursors {
	readonly #transactions: Transactions;

	constructor(transactions: Transactions) {
		this.#transactions = transactions;
	}

	async read(name: string): Promise<Cursor> {
		const [row] = await this.#transactions.rows(READ, name);
		return toCursor(row!);
	}

	async save(name: string, seq: number): Promise<void> {
		await this.#transactions.run(SAVE, name, seq);
	}

	async lease(name: string, { heldBy, sign }: CursorLease, runner: string): Promise<boolean> {
		return (await this.#transactions.run(LEASE, name, runner, heldBy, sign)) > 0;
	}

	async release(name: string, runner: string): Promise<void> {
		await this.#transactions.run(RELEASE, name, runner);
	}
}
