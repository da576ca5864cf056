import type * as Pg from 'pg';
import type { Row } from '../rows';
import { storeClosed } from '../store-closed';
import { clientOptions, type PgLibrary } from './client-options';
import type { ConnectionSettings } from './connection-settings';
import { DatabaseFailure, toStoreError } from './database-failure';
import { Session } from './session';
import { COMMIT, query, statement, type Query } from './statement';

/** Milliseconds. Together less than the pause between two beats. */
const LONGEST_CONNECTING = 2_000;
const LONGEST_BEAT = 2_000;
/** The server ends it first: it does not hear that a connection was given up, and would wait on. */
const STATEMENT_TIMEOUT = 1_500;

const BEGIN = statement('BEGIN');
const SETTINGS = statement("SELECT set_config('statement_timeout', $1, TRUE)");

/**
 * A connection for the beats alone, apart from the pool: a process whose messages wait for a slow disk
 * or for each other still shows that it is there. Each statement is tried once, for the next beat comes
 * soon, in a transaction of its own: it must name the schema.
 */
export class PulseConnection {
	readonly schema: string;
	readonly #pool: Pg.Pool;
	#closed = false;

	constructor(pg: PgLibrary, settings: ConnectionSettings) {
		this.schema = settings.schema;
		this.#pool = new pg.Pool({
			...clientOptions(settings),
			application_name: 'human-handover beats',
			max: 1,
			connectionTimeoutMillis: LONGEST_CONNECTING,
			query_timeout: LONGEST_BEAT,
			allowExitOnIdle: true,
		});
		// A connection that breaks fails the next query on it; without a listener it ends the process.
		this.#pool.on('error', () => undefined);
		this.#pool.on('connect', (client) => void client.on('error', () => undefined));
	}

	/** @throws {HandoverError} `STORE_*` */
	async run(one: Query): Promise<Row[]> {
		if (this.#closed) throw storeClosed();
		return await this.#send(one).catch((error: unknown) => {
			throw toStoreError(error);
		});
	}

	/** Waits for what is under way. */
	async close(): Promise<void> {
		if (this.#closed) return;
		this.#closed = true;
		await this.#pool.end();
	}

	async #send(one: Query): Promise<Row[]> {
		const client = await this.#pool.connect().catch((cause: unknown) => {
			throw new DatabaseFailure(cause);
		});
		let isWell = false;
		try {
			// It keeps no statements: a beat is not tried again where a pooler has not kept them either.
			const session = new Session(client);
			const [, , rows] = await Promise.all([
				session.run(query(BEGIN)),
				session.run(query(SETTINGS, String(STATEMENT_TIMEOUT))),
				session.run(one),
				session.run(query(COMMIT)),
			]);
			isWell = true;
			return rows;
		} finally {
			client.release(!isWell);
		}
	}
}
