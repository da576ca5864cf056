import type { Transactions } from './transactions';

/** How far readers of events have come. */
export class Cursors {
	readonly #transactions: Transactions;

	constructor(transactions: Transactions) {
		this.#transactions = transactions;
	}

	read(name: string): number | undefined {
		return this.#transactions.read(() => {
			const row = this.#transactions.prepare('SELECT seq FROM cursors WHERE name = ?').get(name);
			return row && Number(row['seq']);
		});
	}

	save(name: string, seq: number): void {
		this.#transactions.write(() => {
			this.#transactions
				.prepare(
					`INSERT INTO cursors VALUES (?, ?)
						ON CONFLICT (name) DO UPDATE SET seq = MAX(seq, excluded.seq)`,
				)
				.run(name, seq);
		});
	}
}
