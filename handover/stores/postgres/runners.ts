import type { Instant } from '../../conversation/conversation';
import { toBeat } from '../rows';
import type { Beat } from '../store';
import { query, statement } from './statement';
import type { Transactions } from './transactions';

const BEAT = statement(`
	WITH own AS (
		INSERT INTO runners (id, beats, has_left, at) VALUES ($1, 1, FALSE, $2)
		ON CONFLICT (id) DO UPDATE SET beats = runners.beats + 1, has_left = FALSE, at = excluded.at
	)
	SELECT id, beats, has_left FROM runners WHERE id <> $1`);
const LEAVE = statement('UPDATE runners SET has_left = TRUE WHERE id = $1');

/** The processes that have the store open, as far as they show it. */
export class Runners {
	readonly #transactions: Transactions;

	constructor(transactions: Transactions) {
		this.#transactions = transactions;
	}

	async beat(runner: string, at: Instant): Promise<Beat[]> {
		const others = await this.#transactions.write(null, async (session) => ({
			result: await session.run(query(BEAT, runner, at)),
			writes: [],
			hasWritten: true,
		}));
		return others.map(toBeat);
	}

	async leave(runner: string): Promise<void> {
		await this.#transactions.run(LEAVE, runner);
	}
}
