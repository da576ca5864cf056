import type * as Pg from 'pg';
import type { Row } from '../rows';
import { DatabaseFailure } from './database-failure';
import type { Query } from './statement';

/** One connection for one transaction. Queries that are not awaited go out together. */
export class Session {
	readonly #client: Pg.ClientBase;

	constructor(client: Pg.ClientBase) {
		this.#client = client;
	}

	/**
	 * The rows, or those that were written where it returns none.
	 * @param limit milliseconds until the connection is given up; left out: the connection's own
	 * @throws {DatabaseFailure}
	 */
	async run({ statement, values }: Query, limit?: number): Promise<Row[]> {
		const own = limit === undefined ? {} : { query_timeout: limit };
		return (await this.#send({ ...statement, values, ...own })).rows as Row[];
	}

	/** How many rows were written. @throws {DatabaseFailure} */
	async count({ statement, values }: Query): Promise<number> {
		return (await this.#send({ ...statement, values })).rowCount ?? 0;
	}

	/** Rows of SQL without values. @throws {DatabaseFailure} */
	async ask(text: string): Promise<Row[]> {
		return (await this.#send({ text })).rows as Row[];
	}

	/** SQL without values. @throws {DatabaseFailure} */
	async say(text: string): Promise<void> {
		await this.#send({ text });
	}

	async #send(config: Pg.QueryConfig): Promise<Pg.QueryResult> {
		try {
			return await this.#client.query(config);
		} catch (cause) {
			throw new DatabaseFailure(cause);
		}
	}
}
