import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { clientOptions } from '../handover/stores/postgres/client-options';
import { readConnectionSettings } from '../handover/stores/postgres/connection-settings';
import { openPostgresStore } from '../handover/stores/postgres/open-postgres-store';
import type { Row } from '../handover/stores/rows';
import { MoveError } from './move-error';
import type { Table } from './sqlite-source';

const BATCH = 1_000;
const NUMBERED = { conversations: 'id', events: 'seq' };
const NOBODY_KNOWS =
	'Postgres went away while it kept the copy, and nobody can say whether it has. The SQLite store is as it was and stays the one in use. When Postgres is back, choose an empty database or schema and try again.';
/** Milliseconds for a server that went away to come back and say what it has. */
const PATIENCE = 30_000;

/** The store that is filled, in one transaction. */
export class PostgresTarget {
	readonly #client: Client;
	readonly #jsonColumns: Set<string>;

	readonly #options: ClientConfig;
	readonly #schema: string;

	private constructor(
		client: Client,
		options: ClientConfig,
		schema: string,
		jsonColumns: Set<string>,
	) {
		this.#client = client;
		this.#options = options;
		this.#schema = schema;
		this.#jsonColumns = jsonColumns;
	}

	/** Makes its tables where there are none. @throws {HandoverError} */
	static async open(url: string): Promise<PostgresTarget> {
		await (await openPostgresStore({ url }, randomUUID)).close();
		const settings = readConnectionSettings({ url });
		const options = { ...clientOptions(settings), query_timeout: 0 };
		const client = new Client(options);
		client.on('error', () => undefined);
		await client.connect();
		await client.query(
			`BEGIN; SET LOCAL search_path TO ${settings.schema}; SET LOCAL lock_timeout TO 5000`,
		);
		const { rows } = await client.query<{ name: string }>(
			`SELECT table_name || '.' || column_name AS name FROM information_schema.columns
			WHERE table_schema = $1 AND data_type = 'json'`,
			[settings.schema],
		);
		const jsonColumns = new Set(rows.map(({ name }) => name));
		return new PostgresTarget(client, options, settings.schema, jsonColumns);
	}

	/** Nobody else writes until the end. @throws {MoveError} when there is something in it already */
	async claim(tables: Table[]): Promise<void> {
		const names = tables.map(({ name }) => name);
		await this.#client.query(`LOCK TABLE ${names.join(', ')} IN EXCLUSIVE MODE`);
		for (const name of names) {
			const { rowCount } = await this.#client.query(`SELECT 1 FROM ${name} LIMIT 1`);
			if (rowCount === 0) continue;
			throw new MoveError(
				`The Postgres store is not empty (${name}). Choose an empty one, or another schema by ?schema=name in the URL.`,
			);
		}
	}

	async insert({ name, columns }: Table, rows: Iterable<Row>, onRows: (count: number) => void) {
		const names = columns.join(', ');
		const sql = `INSERT INTO ${name} (${names})
			SELECT ${names} FROM json_populate_recordset(NULL::${name}, $1)`;
		let batch: string[] = [];
		const flush = async () => {
			if (batch.length) await this.#client.query(sql, [`[${batch.join(',')}]`]);
			onRows(batch.length);
			batch = [];
		};
		for (const row of rows) {
			batch.push(this.#toJson(name, row));
			if (batch.length === BATCH) await flush();
		}
		await flush();
	}

	/** What is JSON already goes in as it is: not a letter of it changes. */
	#toJson(table: string, row: Row): string {
		const fields = Object.entries(row).map(([column, value]) => {
			const isJson = value !== null && this.#jsonColumns.has(`${table}.${column}`);
			return `${JSON.stringify(column)}:${isJson ? (value as string) : JSON.stringify(value)}`;
		});
		return `{${fields.join(',')}}`;
	}

	/** New rows of the table get numbers after this one. */
	async continueAfter(table: 'conversations' | 'events', last: number): Promise<void> {
		if (last === 0) return;
		const column = NUMBERED[table];
		await this.#client.query(`SELECT setval(pg_get_serial_sequence($1, $2), $3)`, [
			table,
			column,
			last,
		]);
	}

	/** In the order of their key. */
	async eachRow({ name, columns, key }: Table, onRow: (row: Row) => void): Promise<void> {
		await this.#client.query(
			`DECLARE moved CURSOR FOR SELECT ${columns.join(', ')} FROM ${name} ORDER BY ${key.join(', ')}`,
		);
		for (;;) {
			const { rows } = await this.#client.query<Row>(`FETCH ${BATCH} FROM moved`);
			if (rows.length === 0) break;
			rows.forEach(onRow);
		}
		await this.#client.query('CLOSE moved');
	}

	/**
	 * Where the answer gets lost, a receipt is looked up that was written with the copy. The number of the
	 * transaction would not do: after a crash, the server may give it to another one.
	 * @throws {MoveError} when it was not committed, or nobody can say
	 */
	async commit(): Promise<void> {
		const receipt = `moved/${randomUUID()}`;
		await this.#client.query('INSERT INTO receipts VALUES ($1, 1, now())', [receipt]);
		try {
			await this.#client.query('COMMIT');
		} catch (error) {
			const isCommitted = await this.#lookUp(receipt);
			if (isCommitted === undefined) throw new MoveError(NOBODY_KNOWS);
			if (!isCommitted) throw error;
		} finally {
			await this.giveUp();
		}
	}

	/** Undefined: the server does not come back, or does not say. */
	async #lookUp(receipt: string): Promise<boolean | undefined> {
		for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await sleep(500)) {
			const client = new Client(this.#options);
			client.on('error', () => undefined);
			try {
				await client.connect();
				// The copy has this table to itself until its transaction is over.
				await client.query(`BEGIN; SET LOCAL search_path TO ${this.#schema};
					SET LOCAL lock_timeout TO 5000; LOCK TABLE conversations IN SHARE MODE`);
				const sql = 'SELECT 1 FROM receipts WHERE slot = $1';
				return (await client.query(sql, [receipt])).rowCount === 1;
			} catch {
				// It is not back yet.
			} finally {
				await client.end().catch(() => undefined);
			}
		}
		return undefined;
	}

	async giveUp(): Promise<void> {
		await this.#client.end();
	}
}
