import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	TABLES,
	type BareConnection,
	type BenchDatabase,
	type Row,
	type Sql,
} from './bench-database';

export async function sqliteDatabase(): Promise<BenchDatabase> {
	const folder = mkdtempSync(join(tmpdir(), 'handover-bench-'));
	const address = join(folder, 'store.sqlite');
	const twin = join(folder, 'twin.sqlite');
	async function ask(sql: string): Promise<Row[]> {
		const database = new DatabaseSync(address);
		try {
			return database.prepare(sql).all();
		} finally {
			database.close();
		}
	}
	return {
		name: 'SQLite',
		address,
		async fill(statements) {
			const database = new DatabaseSync(address);
			// Nobody needs to survive a crash of the filling.
			database.exec(
				'PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000',
			);
			database.exec(['BEGIN', ...statements, 'COMMIT', 'ANALYZE'].join(';\n'));
			database.exec('PRAGMA journal_mode = WAL');
			database.close();
		},
		ask,
		async newTwin() {
			rmSync(`${twin}-wal`, { force: true });
			rmSync(`${twin}-shm`, { force: true });
			copyFileSync(address, twin);
			return twin;
		},
		async sizes() {
			return await Promise.all(
				TABLES.map(async (table) => {
					const [size] = await ask(`SELECT SUM(pgsize) AS bytes FROM dbstat
						WHERE name IN (SELECT name FROM sqlite_schema WHERE tbl_name = '${table}')`);
					const [count] = await ask(`SELECT COUNT(*) AS rows FROM ${table}`);
					return { table, rows: Number(count!['rows']), bytes: Number(size!['bytes']) };
				}),
			);
		},
		async dispose() {
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** With the settings of our own store. */
export function bareSqlite(path: string): BareConnection {
	const database = new DatabaseSync(path);
	database.exec(
		'PRAGMA busy_timeout = 5000; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON',
	);
	const prepared = new Map<string, ReturnType<typeof database.prepare>>();
	const all = ([text, ...values]: Sql): Row[] => {
		const known =
			prepared.get(text) ??
			database.prepare(text.replace('[LOCK]', '').replace('[NOT DEAD]', 'dead = 0'));
		prepared.set(text, known);
		return known.all(...values);
	};
	return {
		async transact(reads, writes) {
			all([writes ? 'BEGIN IMMEDIATE' : 'BEGIN']);
			const rows = reads.map(all);
			for (const sql of writes?.(rows[0]?.[0], rows) ?? []) all(sql);
			all(['COMMIT']);
		},
		close: async () => database.close(),
	};
}
