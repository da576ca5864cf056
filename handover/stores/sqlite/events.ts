import { toEvents } from '../rows';
import type { HandoverEvent } from '../records';
import { rowQuery } from './row-query';
import { EVENTS } from './tables';
import type { Transactions } from './transactions';

/** Reads what happened, and tells of it. A decision's events are written with the decision. */
export class Events {
	readonly #transactions: Transactions;
	readonly #after;
	readonly #listeners = new Set<() => void>();

	constructor(transactions: Transactions) {
		this.#transactions = transactions;
		this.#after = rowQuery(transactions, EVENTS, 'FROM events WHERE seq > ? ORDER BY seq LIMIT ?');
	}

	read(after: number, limit: number): HandoverEvent[] {
		return toEvents(this.#transactions.read(() => this.#after.all(after, limit)));
	}

	lastSeq(): number {
		return this.#transactions.read(() => {
			const row = this.#transactions.prepare('SELECT MAX(seq) AS seq FROM events').get();
			return Number(row?.['seq'] ?? 0);
		});
	}

	/** Within this process; another one's are seen with the next look. */
	listen(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => void this.#listeners.delete(listener);
	}

	/** Some were written. */
	tell(): void {
		for (const listener of this.#listeners) listener();
	}

	close(): void {
		this.#listeners.clear();
	}
}
