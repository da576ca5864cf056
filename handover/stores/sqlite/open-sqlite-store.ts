import { statSync } from 'node:fs';
import type { Clock } from '../../operations/services';
import { HandoverError } from '../../errors';
import type { Store } from '../store';
import { migrate } from './migrations';
import { SqliteStore } from './sqlite-store';
import { toStoreError } from './sqlite-error';

/** Milliseconds that a change waits for another process's. */
const BUSY_TIMEOUT = 5_000;
const DAY = 86_400_000;

export interface SqliteStoreOptions {
	/** A file on a local disk. Network shares cannot lock it reliably. */
	path: string;
	clock: Clock;
}

/**
 * Opens the store, makes it when there is none, brings its schema up to date, and removes what is past
 * its time.
 * @throws {HandoverError} `STORE_*`, or `NODE_TOO_OLD` where Node has no `node:sqlite`.
 */
export async function openSqliteStore({ path, clock }: SqliteStoreOptions): Promise<Store> {
	const { DatabaseSync } = await loadSqlite();
	try {
		const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT });
		try {
			database.exec(PRAGMAS);
			migrate(database);
		} catch (error) {
			database.close();
			throw error;
		}
		const store = new SqliteStore(database, fileGuard(path));
		const now = clock.now();
		await store.prune({ now, admissionsBefore: now - 30 * DAY, eventsBefore: now - 365 * DAY });
		return store;
	} catch (error) {
		throw toStoreError(error);
	}
}

/**
 * WAL with `synchronous = NORMAL` survives a killed process without loss, and a power cut without
 * damage (SQLite documentation, "Write-Ahead Logging"). `secure_delete` overwrites what was erased.
 */
const PRAGMAS = `
	PRAGMA journal_mode = WAL;
	PRAGMA synchronous = NORMAL;
	PRAGMA foreign_keys = ON;
	PRAGMA secure_delete = ON;
`;

/** SQLite would go on writing into a deleted file, where nobody ever finds it again. */
function fileGuard(path: string): () => void {
	const { ino, dev } = statSync(path);
	return () => {
		const now = statSync(path, { throwIfNoEntry: false });
		if (now?.ino === ino && now.dev === dev) return;
		throw new HandoverError(
			'STORE_DELETED',
			'The store file was deleted or replaced while in use. Put it back, or restart to begin with an empty one.',
		);
	};
}

async function loadSqlite(): Promise<typeof import('node:sqlite')> {
	try {
		return await import('node:sqlite');
	} catch (cause) {
		throw new HandoverError(
			'NODE_TOO_OLD',
			'This Node has no built-in SQLite. Use Node 22.13 or newer.',
			{ cause },
		);
	}
}
