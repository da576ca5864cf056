import type { Instant } from '../../conversation/conversation';
import { toBeat } from '../rows';
import type { Beat } from '../records';
import type { Transactions } from './transactions';

/** Milliseconds. Another beat follows soon: a writer that takes longer must not stop all our work each time. */
const WAIT = 200;

/** The processes that have the store open, as far as they show it. */
export class Runners {
	readonly #transactions: Transactions;

	constructor(transactions: Transactions) {
		this.#transactions = transactions;
	}

	beat(runner: string, at: Instant, isSilent: boolean): Beat[] {
		return this.#transactions.writeWithin(WAIT, () => {
			this.#transactions
				.prepare(
					`INSERT INTO runners (id, beats, has_left, at) VALUES (?, ?, 0, ?)
						ON CONFLICT (id) DO UPDATE
						SET beats = beats + excluded.beats, has_left = 0, at = excluded.at`,
				)
				.run(runner, isSilent ? 0 : 1, at);
			const others = 'SELECT id, beats, has_left FROM runners WHERE id <> ?';
			return this.#transactions.prepare(others).all(runner).map(toBeat);
		});
	}

	leave(runner: string): void {
		this.#transactions.writeWithin(WAIT, () => {
			this.#transactions.prepare('UPDATE runners SET has_left = 1 WHERE id = ?').run(runner);
		});
	}
}
