import type { Transactions } from './transactions';

/** What was spent, under each key, on its latest day. */
export class Spending {
	readonly #transactions: Transactions;

	constructor(transactions: Transactions) {
		this.#transactions = transactions;
	}

	spend(key: string, day: string, most: number): boolean {
		if (most < 1) return false;
		return this.#transactions.write(() => {
			const { changes } = this.#transactions
				.prepare(
					`INSERT INTO spending VALUES (?1, ?2, 1)
						ON CONFLICT (key) DO UPDATE SET
							spent = CASE WHEN excluded.day > day THEN 1 ELSE spent + 1 END,
							day = MAX(day, excluded.day)
						WHERE excluded.day > day OR spent < ?3`,
				)
				.run(key, day, most);
			return changes > 0;
		});
	}
}
