import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { clientOptions } from '../handover/stores/postgres/client-options';
import { readConnectionSettings } from '../handover/stores/postgres/connection-settings';
import { openPostgresStore } from '../handover/stores/postgres/open-postgres-store';
import type { Row } from '../handover/stores/rows';
import { MoveError } from './move-error';
import type { Table } from './sqlite-source';

const BATCH = 1_000;

/** The store that is filled, in one transaction. */
export class PostgresTarget {
	readonly #client: Client;
	readonly #jsonColumns: Set<string>;

	private constructor(client: Client, jsonColumns: Set<string>) {
		this.#client = client;
		this.#jsonColumns = jsonColumns;
	}

	/** Makes its tables where there are none. @throws {HandoverError} */
	static async open(url: string): Promise<PostgresTarget> {
		await (await openPostgresStore({ url }, randomUUID)).close();
		const settings = readConnectionSettings({ url });
		const client = new Client({ ...clientOptions(settings), query_timeout: 0 });
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
		return new PostgresTarget(client, new Set(rows.map(({ name }) => name)));
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

	/** New rows get numbers after those that were moved. */
	async continueNumbers(): Promise<void> {
		for (const [table, column] of [
			['conversations', 'id'],
			['events', 'seq'],
		]) {
			await this.#client.query(
				`SELECT setval(pg_get_serial_sequence('${table}', '${column}'), MAX(${column}))
				FROM ${table} HAVING MAX(${column}) IS NOT NULL`,
			);
		}
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

	async commit(): Promise<void> {
		await this.#client.query('COMMIT');
		await this.#client.end();
	}

	async giveUp(): Promise<void> {
		await this.#client.end();
	}
}
