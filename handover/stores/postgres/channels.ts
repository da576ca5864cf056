import { toChannelSettings } from '../rows';
import type { ChannelSettings } from '../records';
import * as columns from './columns';
import { statement } from './statement';
import type { Transactions } from './transactions';

const SAVE = statement(`
	INSERT INTO channels (id, url, secret, saved_at) VALUES ($1, $2, $3, $4)
	ON CONFLICT (id) DO UPDATE SET
		url = excluded.url, secret = excluded.secret, saved_at = excluded.saved_at`);
const READ = statement(`SELECT ${columns.CHANNELS} FROM channels WHERE id = $1`);

/** How channels reach staff. */
export class Channels {
	readonly #transactions: Transactions;

	constructor(transactions: Transactions) {
		this.#transactions = transactions;
	}

	async save({ id, url, secret, savedAt }: ChannelSettings): Promise<void> {
		await this.#transactions.run(SAVE, id, url, secret, savedAt);
	}

	async read(id: string): Promise<ChannelSettings | undefined> {
		const [row] = await this.#transactions.rows(READ, id);
		return row && toChannelSettings(row);
	}
}
