import { toEvents } from '../rows';
import type { HandoverEvent } from '../records';
import * as columns from './columns';
import type { EventSignal } from './event-signal';
import { statement } from './statement';
import type { Transactions } from './transactions';

const EVENTS_AFTER = statement(`
	SELECT ${columns.EVENTS} FROM events WHERE seq > $1 ORDER BY seq LIMIT $2`);
const LAST_EVENT = statement('SELECT MAX(seq) AS seq FROM events');

/** Reads what happened, and tells of it. A decision's events are written with the decision. */
export class Events {
	readonly #transactions: Transactions;
	readonly #signal: EventSignal;

	constructor(transactions: Transactions, signal: EventSignal) {
		this.#transactions = transactions;
		this.#signal = signal;
	}

	async read(after: number, limit: number): Promise<HandoverEvent[]> {
		return toEvents(await this.#transactions.rows(EVENTS_AFTER, after, limit));
	}

	async lastSeq(): Promise<number> {
		const [row] = await this.#transactions.rows(LAST_EVENT);
		return (row?.['seq'] as number | null | undefined) ?? 0;
	}

	/** Of those that anybody writes. */
	listen(listener: () => void): () => void {
		return this.#signal.listen(listener);
	}

	async close(): Promise<void> {
		await this.#signal.close();
	}
}
