import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { isOlder } from '../handover/stores/sqlite/migrations';
import { openSqliteStore } from '../handover/stores/sqlite/open-sqlite-store';
import { toStoreError } from '../handover/stores/sqlite/sqlite-error';
import type { Row } from '../handover/stores/rows';
import { MoveError } from './move-error';

export interface Table {
	name: string;
	columns: string[];
	/** Of its primary key. */
	key: string[];
	/** In which its rows were written, as far as that matters. */
	order: string;
}

const SEAL = 'moved_to_another_store';
/** The version is the target's own, and the rest is about processes that must have ended by then. */
const STAYS = new Set(['schema_version', 'runners', 'cursor_leases']);
/** Of events, cursors of triggers remember more than SQLite does when the newest ones were erased. */
const LAST_NUMBERS = {
	conversations: 'SELECT MAX(id) AS last FROM conversations',
	events: `SELECT MAX(last) AS last FROM (
		SELECT MAX(seq) AS last FROM events
		UNION ALL SELECT seq FROM sqlite_sequence WHERE name = 'events'
		UNION ALL SELECT MAX(seq) FROM cursors)`,
};
const BUSY_TIMEOUT = 30_000;

/**
 * The store that is moved, locked for everybody else's writes from the opening on: so it is read in
 * one state, and nothing is written to it that would not be moved.
 */
export class SqliteSource {
	readonly #database: DatabaseSync;

	private constructor(database: DatabaseSync) {
		this.#database = database;
	}

	/**
	 * Also brings its schema to this version, unless it is to stay as it is.
	 * @throws {HandoverError} `STORE_*`, {@link MoveError}
	 */
	static async open(path: string, asItIs = false): Promise<SqliteSource> {
		if (!existsSync(path)) throw new MoveError(`There is no file ${path}.`);
		if (asItIs) refuseOlder(path);
		await (await openSqliteStore({ path })).close();
		try {
			const database = new DatabaseSync(path);
			database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}; BEGIN IMMEDIATE`);
			return new SqliteSource(database);
		} catch (error) {
			throw toStoreError(error);
		}
	}

	/** Those that others refer to first. */
	tables(): Table[] {
		const first = ['conversations', 'handovers'];
		const place = (name: string) => (first.indexOf(name) + 1 || first.length + 1).toString();
		return this.#names('table')
			.filter((name) => !STAYS.has(name))
			.sort((one, other) => (place(one) + one < place(other) + other ? -1 : 1))
			.map((name) => this.#table(name));
	}

	#table(name: string): Table {
		const info = this.#database.prepare(`PRAGMA table_info(${name})`).all();
		const key = info
			.filter((one) => one['pk'] !== 0)
			.sort((one, other) => Number(one['pk']) - Number(other['pk']))
			.map((one) => one['name'] as string);
		const [{ wr: isWithoutRowId } = { wr: 0 }] = this.#database
			.prepare('SELECT wr FROM pragma_table_list WHERE schema = ? AND name = ?')
			.all('main', name);
		return {
			name,
			columns: info.map((one) => one['name'] as string),
			key,
			order: isWithoutRowId ? key.join(', ') : 'rowid',
		};
	}

	/** The last number that rows of a table were given, though these rows may be gone. */
	lastNumber(table: 'conversations' | 'events'): number {
		const { last } = this.#database.prepare(LAST_NUMBERS[table]).get()!;
		return Number(last ?? 0);
	}

	count({ name }: Table): number {
		return Number(this.#database.prepare(`SELECT COUNT(*) AS rows FROM ${name}`).get()!['rows']);
	}

	rows({ name, columns }: Table, order: string): Iterable<Row> {
		const sql = `SELECT ${columns.join(', ')} FROM ${name} ORDER BY ${order}`;
		return this.#database.prepare(sql).iterate() as Iterable<Row>;
	}

	get isSealed(): boolean {
		return this.#names('trigger').some((name) => name.startsWith(SEAL));
	}

	/** From its commit on each write fails, also that of a process which has the file open. */
	seal(): void {
		for (const { name } of this.tables()) {
			for (const event of ['INSERT', 'UPDATE', 'DELETE']) {
				this.#database.exec(`CREATE TRIGGER ${SEAL}_${name}_${event} BEFORE ${event} ON ${name}
					BEGIN SELECT RAISE(ABORT, 'moved'); END`);
			}
		}
	}

	unseal(): void {
		for (const name of this.#names('trigger')) {
			if (name.startsWith(SEAL)) this.#database.exec(`DROP TRIGGER ${name}`);
		}
	}

	commit(): void {
		this.#database.exec('COMMIT');
		this.#database.close();
	}

	giveUp(): void {
		this.#database.close();
	}

	#names(type: 'table' | 'trigger'): string[] {
		return this.#database
			.prepare("SELECT name FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'sqlite_%'")
			.all(type)
			.map(({ name }) => name as string);
	}
}

/** @throws {MoveError} */
function refuseOlder(path: string): void {
	const database = new DatabaseSync(path, { readOnly: true });
	try {
		if (!isOlder(database)) return;
		throw new MoveError(
			'The SQLite store was written by an older version of this package, and a dry run would bring it to this one. Make the dry run with a copy of the file, or update the package where the store is used.',
		);
	} catch (error) {
		throw error instanceof MoveError ? error : toStoreError(error);
	} finally {
		database.close();
	}
}
