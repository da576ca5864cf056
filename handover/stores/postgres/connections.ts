import type * as Pg from 'pg';
import { HandoverError } from '../../errors';
import type { ConnectionSettings } from './connection-settings';
import { DatabaseFailure } from './database-failure';
import { Session } from './session';
import { query, statement, type Query } from './statement';

export type PgLibrary = Pick<typeof Pg, 'Client' | 'Pool'>;

/** Milliseconds. */
const CONNECTING = 5_000;
/** Of one statement, the wait for a lock included. */
export const STATEMENT_TIMEOUT = 10_000;
/** The server is gone without a word, when it says nothing for longer. */
const SILENCE = STATEMENT_TIMEOUT + 5_000;
/** A process that hangs must not keep the conversation locked for the others. */
const IDLE_IN_TRANSACTION = 30_000;
const IDLE = 60_000;
/** Together about ten seconds: a server needs no longer for a restart. */
const RECONNECT_PAUSES = [50, 100, 250, 500, 1_000, 1_000, 1_000, 2_000, 2_000, 2_000];
const MOST_CONFLICTS = 10;

/** What a transaction has come to: its result, and the writes that go out together with the COMMIT. */
export interface Planned<T> {
	result: T;
	writes: Query[];
}

const LOCK = statement(`
	SELECT pg_current_xact_id()::text AS xid, pg_advisory_xact_lock(hashtextextended($1, 0))`);
const TRANSACTION = statement('SELECT pg_current_xact_id()::text AS xid');
const OUTCOME = statement('SELECT pg_xact_status($1::text::xid8) AS status');

/**
 * The pool, and transactions on it. All that is known beforehand goes out at once (`pg`'s pipeline
 * mode), so that a transaction takes two round trips: one to begin, lock and read, one to write and
 * commit. Settings are local to the transaction, which a pooler such as PgBouncer may lie in between.
 */
export class Connections {
	readonly #pool: Pg.Pool;
	readonly #begin: Record<'write' | 'read', string>;
	readonly #schema: string;
	#closed = false;
	readonly #underWay = new Set<Promise<unknown>>();

	constructor(pg: PgLibrary, settings: ConnectionSettings) {
		this.#pool = new pg.Pool({
			...clientOptions(settings),
			max: settings.connections,
			idleTimeoutMillis: IDLE,
			allowExitOnIdle: true,
			pipeline: true,
		} as Pg.PoolConfig);
		// A connection that breaks fails the next query on it; without a listener it ends the process.
		this.#pool.on('error', () => undefined);
		this.#pool.on('connect', (client) => void client.on('error', () => undefined));
		this.#schema = settings.schema;
		const local = [
			`SET LOCAL search_path TO ${settings.schema}, pg_temp`,
			`SET LOCAL statement_timeout TO ${STATEMENT_TIMEOUT}`,
			`SET LOCAL idle_in_transaction_session_timeout TO ${IDLE_IN_TRANSACTION}`,
		].join('; ');
		this.#begin = {
			write: `BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; ${local}`,
			read: `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${local}`,
		};
	}

	/** Takes the lock of this name within the transaction that runs, until its end. */
	lock(name: string): Query {
		return query(LOCK, `${this.#schema}/${name}`);
	}

	/**
	 * One transaction, within the lock of this name. `plan` must send its first queries before it awaits anything, and may be called
	 * again: when two transactions were in each other's way, or the connection broke before the commit.
	 */
	async write<T>(lock: string | null, plan: (session: Session) => Promise<Planned<T>>): Promise<T> {
		const first = lock === null ? query(TRANSACTION) : this.lock(lock);
		return await this.#again((client, isLost) => this.#writeOnce(client, first, plan, isLost));
	}

	/** Sees one state of the database, whatever is committed meanwhile. */
	async read<T>(work: (session: Session) => Promise<T>): Promise<T> {
		return await this.#again(async (client) => {
			const session = new Session(client);
			const [, result] = await Promise.all([session.say(this.#begin.read), work(session)]);
			await session.say('COMMIT');
			return result;
		});
	}

	/** Outside of any transaction, and tried once: for opening, where a wrong address is likelier. */
	async direct<T>(work: (session: Session) => Promise<T>): Promise<T> {
		return await this.#withClient((client) => work(new Session(client)));
	}

	async close(): Promise<void> {
		if (this.#closed) return;
		this.#closed = true;
		await Promise.allSettled(this.#underWay);
		await this.#pool.end();
	}

	async #writeOnce<T>(
		client: Pg.PoolClient,
		first: Query,
		plan: (session: Session) => Promise<Planned<T>>,
		isLost: (xid: string) => Promise<boolean>,
	): Promise<T> {
		const session = new Session(client);
		const [, began, planned] = await Promise.all([
			session.say(this.#begin.write),
			session.run(first),
			plan(session),
		]);
		try {
			await Promise.all([...planned.writes.map((one) => session.run(one)), session.say('COMMIT')]);
		} catch (error) {
			if (!isBroken(error) || (await isLost(began[0]!['xid'] as string))) throw error;
		}
		return planned.result;
	}

	async #again<T>(
		work: (client: Pg.PoolClient, isLost: (xid: string) => Promise<boolean>) => Promise<T>,
	): Promise<T> {
		this.#assertOpen();
		const doing = this.#tryAgain(work);
		this.#underWay.add(doing);
		try {
			return await doing;
		} finally {
			this.#underWay.delete(doing);
		}
	}

	async #tryAgain<T>(
		work: (client: Pg.PoolClient, isLost: (xid: string) => Promise<boolean>) => Promise<T>,
	): Promise<T> {
		for (let conflicts = 0, breaks = 0; ;) {
			try {
				return await this.#withClient((client) => work(client, (xid) => this.#isLost(xid)));
			} catch (error) {
				if (!(error instanceof DatabaseFailure) || error.kind === 'other') throw error;
				if (error.kind === 'conflict' && ++conflicts < MOST_CONFLICTS) continue;
				const pause = isBroken(error) && !this.#closed && RECONNECT_PAUSES[breaks++];
				if (!pause) throw error;
				await sleep(pause);
			}
		}
	}

	/**
	 * The connection broke while the COMMIT was on its way. Postgres remembers what became of a
	 * transaction, so that nothing is done twice, and nothing is reported as failed that was done.
	 * @throws {DatabaseFailure} when it cannot be found out.
	 */
	async #isLost(xid: string): Promise<boolean> {
		for (const pause of RECONNECT_PAUSES) {
			await sleep(pause);
			const [row] = await this.#withClient((client) =>
				new Session(client).run(query(OUTCOME, xid)),
			).catch((error) => {
				if (isBroken(error)) return [];
				throw error;
			});
			if (row && row['status'] !== 'in progress') return row['status'] !== 'committed';
		}
		throw new DatabaseFailure(new Error('The outcome of the commit is not known'));
	}

	async #withClient<T>(work: (client: Pg.PoolClient) => Promise<T>): Promise<T> {
		const client = await this.#pool.connect().catch((cause: unknown) => {
			throw new DatabaseFailure(cause);
		});
		let broken = false;
		try {
			return await work(client);
		} catch (error) {
			broken = isBroken(error) || !(await rolledBack(client));
			throw error;
		} finally {
			client.release(broken);
		}
	}

	#assertOpen(): void {
		if (!this.#closed) return;
		throw new HandoverError('STORE_CLOSED', 'The store was closed, as on a redeploy. Try again.');
	}
}

export function clientOptions({ server }: ConnectionSettings): Pg.ClientConfig {
	return {
		...server,
		application_name: 'human-handover',
		connectionTimeoutMillis: CONNECTING,
		query_timeout: SILENCE,
		keepAlive: true,
		types: { getTypeParser: parserOf } as Pg.CustomTypesConfig,
	};
}

/** Times are whole milliseconds, which a number holds. JSON stays the text that was written. */
function parserOf(oid: number): (text: string) => unknown {
	if (oid === BOOL) return (text) => text === 't';
	return NUMBERS.has(oid) ? Number : (text) => text;
}

const BOOL = 16;
/** int8, int2, int4, float8. */
const NUMBERS = new Set([20, 21, 23, 701]);

/** Queries that were sent before it are answered before it: then the connection is free. */
async function rolledBack(client: Pg.PoolClient): Promise<boolean> {
	return await client.query('ROLLBACK').then(
		() => true,
		() => false,
	);
}

function isBroken(error: unknown): error is DatabaseFailure {
	return error instanceof DatabaseFailure && error.kind === 'connection';
}

async function sleep(milliseconds: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
