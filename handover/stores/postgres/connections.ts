import type * as Pg from 'pg';
import type { Row } from '../rows';
import { storeClosed } from '../store-closed';
import { clientOptions, STATEMENT_TIMEOUT, type PgLibrary } from './client-options';
import type { ConnectionSettings } from './connection-settings';
import { DatabaseFailure } from './database-failure';
import { Receipts, type Receipt } from './receipts';
import { Session } from './session';
import { SharedLooks } from './shared-looks';
import { COMMIT, query, statement, type Query } from './statement';
import { isBroken, pastConflicts, tryAgain } from './try-again';

/** Milliseconds. A look that takes longer is done as a transaction, which the server itself ends in time. */
const LOOKING = 2_000;
/** A process that hangs must not keep the conversation locked for the others. */
const IDLE_IN_TRANSACTION = 30_000;
const IDLE = 60_000;

/** Names a timeout, so that it is not tried for long. */
const UNKNOWN = 'timeout while looking whether a transaction was committed';

/** What a transaction has come to. */
export interface Planned<T> {
	result: T;
	/** They go out together with the COMMIT. */
	writes: Query[];
	/** The plan itself has written. */
	hasWritten?: boolean;
}

/** One go at a transaction that writes. */
interface Attempt<T> {
	lock: Query;
	receipt: Receipt;
	/** Set as soon as its COMMIT is on its way. */
	sent?: { result: T };
}

type Plan<T> = (session: Session) => Promise<Planned<T>>;

/** Much cheaper than SET LOCAL three times, which the server would have to parse anew each time. */
const SETTINGS = statement(`
	SELECT set_config('search_path', $1, TRUE), set_config('statement_timeout', $2, TRUE),
		set_config('idle_in_transaction_session_timeout', $3, TRUE)`);
const BEGIN_WRITING = query(statement('BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE'));
const BEGIN_READING = query(statement('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'));
const ROLLBACK = query(statement('ROLLBACK'));
const LOCK = statement('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))');

/**
 * The pool, and transactions on it. All that is known beforehand goes out at once (see `Batch`), so that
 * a transaction takes two round trips: one to begin, lock and read, one to write and commit. Settings
 * are local to the transaction, for a pooler such as PgBouncer may lie in between.
 */
export class Connections {
	readonly #pool: Pg.Pool;
	readonly #id: string;
	readonly #receipts: Receipts;
	readonly #settings: Query;
	readonly schema: string;
	#closed = false;
	/** A look has waited; until one does not, they are transactions. */
	#isWary = false;
	readonly #looks = new SharedLooks((queries) => this.#lookOnce(queries));
	readonly #underWay = new Set<Promise<unknown>>();

	/** @param id of this store, unlike any other's */
	constructor(pg: PgLibrary, settings: ConnectionSettings, id: string) {
		this.#id = id;
		this.#receipts = new Receipts(id);
		this.#pool = new pg.Pool({
			...clientOptions(settings),
			max: settings.connections,
			idleTimeoutMillis: IDLE,
			allowExitOnIdle: true,
		});
		// A connection that breaks fails the next query on it; without a listener it ends the process.
		this.#pool.on('error', () => undefined);
		this.#pool.on('connect', (client) => void client.on('error', () => undefined));
		this.schema = settings.schema;
		this.#settings = query(
			SETTINGS,
			`${settings.schema}, pg_temp`,
			String(STATEMENT_TIMEOUT),
			String(IDLE_IN_TRANSACTION),
		);
	}

	/** Takes the lock of this name within the transaction that runs, until its end. */
	lock(name: string): Query {
		return query(LOCK, `${this.schema}/${name}`);
	}

	/**
	 * One transaction, within the lock of this name. `plan` must send its first queries before it
	 * awaits anything, and may be called again: when two transactions were in each other's way, or the
	 * connection broke before the commit. Where nobody knows whether it was committed, it is looked up
	 * first, and never called again before that is known.
	 * @throws {DatabaseFailure} also when it may have been committed, but the server stays away
	 */
	async write<T>(lock: string | null, plan: Plan<T>): Promise<T> {
		let undecided: Required<Attempt<T>> | undefined;
		return await this.#again(async () => {
			if (undecided) {
				const { receipt, sent } = undecided;
				const isCommitted = await this.#isCommitted(undecided);
				this.#receipts.giveBack(receipt);
				undecided = undefined;
				if (isCommitted) return sent.result;
			}
			const receipt = this.#receipts.take();
			const attempt: Attempt<T> = { receipt, lock: this.lock(lock ?? receipt.slot) };
			try {
				return await this.#withClient((client) => this.#writeOnce(client, attempt, plan));
			} catch (error) {
				if (isBroken(error) && isSent(attempt)) undecided = attempt;
				throw error;
			} finally {
				// Until it is decided, nobody knows whether the slot's transaction is over.
				if (!undecided) this.#receipts.giveBack(receipt);
			}
		});
	}

	/**
	 * Sees one state of the database, whatever is committed meanwhile. `work` must send all its queries
	 * before it awaits anything: the COMMIT goes out with them, and the whole takes one round trip.
	 */
	async read<T>(work: (session: Session) => Promise<T>): Promise<T> {
		return await this.#again(() => this.#atOnce(BEGIN_READING, work));
	}

	/**
	 * One transaction that writes, in one round trip: `work` must send all its queries before it awaits
	 * anything. Where the connection broke, nobody looks up whether it was committed: it is done again,
	 * and `isAgain` asks it to find what the time before may have written, and come to the same.
	 */
	async writeAgain<T>(work: (session: Session, isAgain: boolean) => Promise<T>): Promise<T> {
		let isAgain = false;
		return await this.#again(async () => {
			const asked = isAgain;
			isAgain = true;
			return await this.#atOnce(BEGIN_WRITING, (session) => work(session, asked));
		});
	}

	/**
	 * One statement that reads, which needs no transaction of ours: neither BEGIN nor COMMIT, nor settings,
	 * so it must name the schema. Only where it waits, such as for a table that is locked, is it sent
	 * again as a {@link read}: what limits a statement on the server is one of the settings.
	 */
	async look(one: Query): Promise<Row[]> {
		return await this.#again(async () => {
			const rows = this.#isWary ? undefined : await this.#looks.look(one);
			if (rows) return rows;
			const read = await this.#atOnce(BEGIN_READING, (session) => session.run(one));
			this.#isWary = false;
			return read;
		});
	}

	/** Outside of any transaction, and tried once: for opening, where a wrong address is likelier. */
	async direct<T>(work: (session: Session) => Promise<T>): Promise<T> {
		return await this.#withClient((client) => work(this.#session(client)));
	}

	async close(): Promise<void> {
		if (this.#closed) return;
		this.#closed = true;
		await Promise.allSettled(this.#underWay);
		await this.#pool.end();
	}

	/**
	 * Undefined: they wait. The server does not hear that the connection was given up, so one more of these
	 * would wait there with it.
	 */
	async #lookOnce(queries: Query[]): Promise<Row[][] | undefined> {
		let isSent = false;
		try {
			return await this.#withClient(async (client) => {
				isSent = true;
				const session = this.#session(client, LOOKING);
				return await Promise.all(queries.map((one) => session.run(one)));
			});
		} catch (error) {
			if (!isSent || !(error instanceof DatabaseFailure && error.tookLong)) throw error;
			this.#isWary = true;
			return undefined;
		}
	}

	async #atOnce<T>(begin: Query, work: (session: Session) => Promise<T>): Promise<T> {
		return await this.#withClient(async (client) => {
			const session = this.#session(client);
			const [, , result] = await Promise.all([
				session.run(begin),
				session.run(this.#settings),
				work(session),
				session.run(query(COMMIT)),
			]);
			return result;
		});
	}

	async #writeOnce<T>(client: Pg.PoolClient, attempt: Attempt<T>, plan: Plan<T>): Promise<T> {
		const session = this.#session(client);
		const [, , , { result, writes, hasWritten = writes.length > 0 }] = await Promise.all([
			session.run(BEGIN_WRITING),
			session.run(this.#settings),
			session.run(attempt.lock),
			plan(session),
		]);
		if (hasWritten) attempt.sent = { result };
		const last = hasWritten ? [...writes, attempt.receipt.written] : [];
		await Promise.all([...last, query(COMMIT)].map((one) => session.run(one)));
		return result;
	}

	async #again<T>(work: () => Promise<T>): Promise<T> {
		this.#assertOpen();
		const doing = tryAgain(work, () => this.#closed);
		this.#underWay.add(doing);
		try {
			return await doing;
		} finally {
			this.#underWay.delete(doing);
		}
	}

	/**
	 * The connection broke while the COMMIT was on its way. Who gets the lock that the transaction held
	 * knows that it is over, and sees by its receipt whether it was done: nothing is done twice, and
	 * nothing that was done is reported as failed. (`pg_xact_status` would not do: a server that crashed
	 * may give the number of a lost transaction to another one.)
	 * @throws {DatabaseFailure} of a connection, whatever the reason why it cannot be found out
	 */
	async #isCommitted({ lock, receipt }: Attempt<unknown>): Promise<boolean> {
		const lookUp = () =>
			this.#withClient(async (client) => {
				const session = this.#session(client);
				const [, , , found] = await Promise.all([
					session.run(BEGIN_WRITING),
					session.run(this.#settings),
					session.run(lock),
					session.run(receipt.lookUp),
					session.run(ROLLBACK),
				]);
				return found;
			});
		const rows = await pastConflicts(lookUp).catch((cause: unknown) => {
			throw isBroken(cause) ? cause : new DatabaseFailure(new Error(UNKNOWN, { cause }));
		});
		return receipt.isIn(rows);
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

	#session(client: Pg.PoolClient, limit?: number): Session {
		return new Session(client, { limit, owner: this.#id });
	}

	#assertOpen(): void {
		if (this.#closed) throw storeClosed();
	}
}

/** Queries that were sent before it are answered before it: then the connection is free. */
async function rolledBack(client: Pg.PoolClient): Promise<boolean> {
	return await client.query('ROLLBACK').then(
		() => true,
		() => false,
	);
}

function isSent<T>(attempt: Attempt<T>): attempt is Required<Attempt<T>> {
	return attempt.sent !== undefined;
}
