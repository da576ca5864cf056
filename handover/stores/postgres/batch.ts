import type * as Pg from 'pg';
import { parserOf } from './client-options';
import { NO_SUCH_STATEMENT } from './database-failure';
import type { Row } from '../rows';
import type { Query, Value } from './statement';

/** What one of the queries has come to. */
export interface Answer {
	rows: Row[];
	/** Rows that were read or written. */
	count: number;
}

interface Column {
	name: string;
	parse: (text: string) => unknown;
}

/** What a connection has prepared: the columns of each statement's rows, by its name. */
type Prepared = Map<string, Column[]>;
const PREPARED = new WeakMap<Pg.Connection, Prepared>();
/**
 * Connections to a pooler that gives each transaction whichever of its own is free, and knows nothing of
 * prepared statements: there, none is kept.
 */
const FORGETFUL = new WeakSet<Pg.Connection>();

export interface BatchOptions {
	/** Milliseconds until the connection is given up; left out: the connection's own. */
	limit?: number | undefined;
	/**
	 * Whose statements they are, by an id that nobody else has: behind a pooler, processes may come upon
	 * each other's, which elsewhere are numbered in another order. Left out: none is kept for the next time.
	 */
	owner?: string | undefined;
}

/**
 * Queries that go out together, to be answered together: one write, and one Sync after the last of them.
 * Postgres does them one after the other, and after one that fails none of the others. `pg` itself sends
 * a Sync after each query, which either side would pay for with a system call and a wake-up each, and
 * asks anew what the columns are. To `pg` it is one query; see `Submittable`.
 */
export class Batch {
	/** As `pg` wants it, to be told of the end. */
	callback: (error?: Error | null) => void;
	readonly query_timeout: number | undefined;
	readonly answers: Promise<Answer[]>;
	readonly #queries: readonly Query[];
	readonly #found: Answer[] = [];
	readonly #owner: string | undefined;
	#connection: Pg.Connection | undefined;
	#prepared: Prepared = new Map();
	#columns: Column[] = [];
	#rows: Row[] = [];

	constructor(queries: readonly Query[], { limit, owner }: BatchOptions) {
		const { promise, resolve, reject } = Promise.withResolvers<Answer[]>();
		this.answers = promise;
		// Nobody awaits them when it could not even be sent; then it fails once more by its time-out.
		promise.catch(() => undefined);
		this.callback = (error) => (error ? reject(error) : resolve(this.#found));
		this.query_timeout = limit;
		this.#queries = queries;
		this.#owner = owner;
	}

	submit(connection: Pg.Connection): void {
		this.#connection = connection;
		const keeps = this.#owner !== undefined && !FORGETFUL.has(connection);
		if (keeps) {
			this.#prepared = PREPARED.get(connection) ?? this.#prepared;
			PREPARED.set(connection, this.#prepared);
		}
		const preparing = new Set<string>();
		connection.stream.cork();
		for (const { statement, values } of this.#queries) {
			const { name: ownName, text } = statement;
			const name = keeps ? `${this.#owner}/${ownName}` : '';
			const isNew = !keeps || (!this.#prepared.has(ownName) && !preparing.has(ownName));
			if (isNew) {
				preparing.add(ownName);
				// Of one that failed, nobody knows whether it was prepared before it did.
				if (keeps) connection.close({ type: 'S', name }, true);
				connection.parse({ name, text, types: [] }, true);
			}
			connection.bind({ portal: '', statement: name, values: values.map(toText) }, true);
			if (isNew) connection.describe({ type: 'P', name: '' }, true);
			connection.execute({ portal: '' }, true);
		}
		connection.sync();
		connection.stream.uncork();
	}

	handleRowDescription({ fields }: { fields: Pg.FieldDef[] }): void {
		this.#columns = fields.map(({ name, dataTypeID }) => ({ name, parse: parserOf(dataTypeID) }));
		this.#prepared.set(this.#current.name, this.#columns);
	}

	handleDataRow({ fields }: { fields: Array<string | null> }): void {
		const columns = this.#prepared.get(this.#current.name)!;
		const row: Row = {};
		columns.forEach(({ name, parse }, index) => {
			const text = fields[index]!;
			row[name] = text === null ? null : parse(text);
		});
		this.#rows.push(row);
	}

	/** @param text such as `INSERT 0 1` */
	handleCommandComplete({ text }: { text: string }): void {
		const { name } = this.#current;
		if (!this.#prepared.has(name)) this.#prepared.set(name, []);
		this.#found.push({ rows: this.#rows, count: Number(/\d+$/.exec(text)?.[0] ?? 0) });
		this.#rows = [];
	}

	handleReadyForQuery(): void {
		this.callback();
	}

	/** Of the query that none was answered after, or of the connection. */
	handleError(error: Error): void {
		const failed = this.#queries[this.#found.length];
		if (failed) this.#prepared.delete(failed.statement.name);
		if (this.#connection && isOfForgetful(error)) FORGETFUL.add(this.#connection);
		this.callback(error);
	}

	get #current() {
		return this.#queries[this.#found.length]!.statement;
	}
}

/** A statement that was prepared is not there. */
function isOfForgetful(error: Error): boolean {
	return 'code' in error && error.code === NO_SUCH_STATEMENT;
}

function toText(value: Value): string | null {
	if (value === null || typeof value === 'string') return value;
	return Array.isArray(value) ? `{${value.map(quoted).join(',')}}` : String(value);
}

function quoted(text: string): string {
	return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
