import type * as Pg from 'pg';
import type { Row } from '../rows';
import { Batch, type Answer, type BatchOptions } from './batch';
import { DatabaseFailure } from './database-failure';
import type { Query } from './statement';

interface Waiting {
	query: Query;
	answered: (answer: Answer) => void;
	failed: (failure: DatabaseFailure) => void;
}

/**
 * One connection for one transaction. Queries that are sent without awaiting anything in between go out
 * together, and fail together.
 */
export class Session {
	readonly #client: Pg.ClientBase;
	readonly #options: BatchOptions;
	#waiting: Waiting[] = [];

	constructor(client: Pg.ClientBase, options: BatchOptions = {}) {
		this.#client = client;
		this.#options = options;
	}

	/** The rows, or those that were written where it returns none. @throws {DatabaseFailure} */
	async run(query: Query): Promise<Row[]> {
		return (await this.#send(query)).rows;
	}

	/** How many rows were written. @throws {DatabaseFailure} */
	async count(query: Query): Promise<number> {
		return (await this.#send(query)).count;
	}

	/** Rows of SQL without values. @throws {DatabaseFailure} */
	async ask(text: string): Promise<Row[]> {
		try {
			return (await this.#client.query<Row>(text)).rows;
		} catch (cause) {
			throw new DatabaseFailure(cause);
		}
	}

	/** SQL without values, also several statements. @throws {DatabaseFailure} */
	async say(text: string): Promise<void> {
		await this.ask(text);
	}

	#send(query: Query): Promise<Answer> {
		return new Promise((answered, failed) => {
			this.#waiting.push({ query, answered, failed });
			if (this.#waiting.length === 1) queueMicrotask(() => void this.#sendWaiting());
		});
	}

	async #sendWaiting(): Promise<void> {
		const sent = this.#waiting;
		this.#waiting = [];
		const batch = new Batch(
			sent.map(({ query }) => query),
			this.#options,
		);
		try {
			this.#client.query(batch);
			const answers = await batch.answers;
			sent.forEach(({ answered }, index) => answered(answers[index]!));
		} catch (cause) {
			const failure = new DatabaseFailure(cause);
			for (const { failed } of sent) failed(failure);
		}
	}
}
