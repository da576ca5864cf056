import { statement } from './statement';
import type { Transactions } from './transactions';

const SPEND = statement(`
	INSERT INTO spending VALUES ($1, $2, 1)
	ON CONFLICT (key) DO UPDATE SET
		spent = CASE WHEN excluded.day > spending.day THEN 1 ELSE spending.spent + 1 END,
		day = GREATEST(spending.day, excluded.day)
	WHERE excluded.day > spending.day OR spending.spent < $3`);

/** What was spent, under each key, on its latest day. */
export class Spending {
	readonly #transactions: Transactions;

	constructor(transactions: Transactions) {
		this.#transactions = transactions;
	}

	async spend(key: string, day: string, most: number): Promise<boolean> {
		if (most < 1) return false;
		return (await this.#transactions.run(SPEND, key, day, most)) > 0;
	}
}
