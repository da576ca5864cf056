import { toChannelSettings } from '../rows';
import type { ChannelSettings } from '../records';
import type { Transactions } from './transactions';

/** How channels reach staff. */
export class Channels {
	readonly #transactions: Transactions;

	constructor(transactions: Transactions) {
		this.#transactions = transactions;
	}

	save({ id, url, secret, savedAt }: ChannelSettings): void {
		this.#transactions.write(() => {
			this.#transactions
				.prepare(
					`INSERT INTO channels (id, url, secret, saved_at) VALUES (?, ?, ?, ?)
						ON CONFLICT (id) DO UPDATE SET
							url = excluded.url, secret = excluded.secret, saved_at = excluded.saved_at`,
				)
				.run(id, url, secret, savedAt);
		});
	}

	read(id: string): ChannelSettings | undefined {
		return this.#transactions.read(() => {
			const row = this.#transactions.prepare('SELECT * FROM channels WHERE id = ?').get(id);
			return row && toChannelSettings(row);
		});
	}
}
