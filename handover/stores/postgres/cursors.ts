import { statement } from './statement';
import type { Transactions } from './transactions';

const READ = statement('SELECT seq FROM cursors WHERE name = $1');
const SAVE = statement(`
	INSERT INTO cursors VALUES ($1, $2)
	ON CONFLICT (name) DO UPDATE SET seq = GREATEST(cursors.seq, excluded.seq)`);

/** How far readers of events have come. */
export class Cursors {
	readonly #transactions: Transactions;

	constructor(transactions: Transactions) {
		this.#transactions = transactions;
	}

	async read(name: string): Promise<number | undefined> {
		const [row] = await this.#transactions.rows(READ, name);
		return row?.['seq'] as number | undefined;
	}

	async save(name: string, seq: number): Promise<void> {
		await this.#transactions.run(SAVE, name, seq);
	}
}
