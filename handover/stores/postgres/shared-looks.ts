import type { Row } from '../rows';
import { DatabaseFailure } from './database-failure';
import type { Query } from './statement';

/** So that among many nobody waits for all the others' rows. */
const MOST_TOGETHER = 16;

/** All of them in one round trip, of which one that fails is the failure of all. Undefined: they wait. */
type SendLooks = (queries: Query[]) => Promise<Row[][] | undefined>;

interface Waiting {
	query: Query;
	resolve: (rows: Row[] | undefined) => void;
	reject: (error: unknown) => void;
}

/**
 * Lets looks that come while the event loop goes round once share a connection and a Sync (ADR 33). Each
 * still sees what was committed before it came, and fails by itself.
 */
export class SharedLooks {
	readonly #send: SendLooks;
	#waiting: Waiting[] = [];

	constructor(send: SendLooks) {
		this.#send = send;
	}

	/** Undefined: it waits for something at the server. */
	async look(query: Query): Promise<Row[] | undefined> {
		return await new Promise((resolve, reject) => {
			this.#waiting.push({ query, resolve, reject });
			if (this.#waiting.length === 1) setImmediate(() => this.#sendWaiting());
		});
	}

	#sendWaiting(): void {
		const waiting = this.#waiting;
		this.#waiting = [];
		for (let from = 0; from < waiting.length; from += MOST_TOGETHER) {
			void this.#sendTogether(waiting.slice(from, from + MOST_TOGETHER));
		}
	}

	async #sendTogether(together: Waiting[]): Promise<void> {
		try {
			const found = await this.#send(together.map(({ query }) => query));
			together.forEach(({ resolve }, index) => resolve(found?.[index]));
		} catch (error) {
			if (together.length > 1 && isOfOne(error)) {
				for (const one of together) void this.#sendTogether([one]);
			} else {
				for (const { reject } of together) reject(error);
			}
		}
	}
}

/** A connection that is gone is gone for all of them. */
function isOfOne(error: unknown): boolean {
	return error instanceof DatabaseFailure && error.kind !== 'connection';
}
