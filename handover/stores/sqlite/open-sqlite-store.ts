import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { HandoverError } from '../../errors';
import type { Store } from '../store';
import { migrate } from './migrations';
import { SqliteStore } from './sqlite-store';
import { READ_ONLY, toStoreError } from './sqlite-error';

/** Milliseconds that a change waits for another process's. */
const BUSY_TIMEOUT = 5_000;
const OPEN_TRIES = 20;
const OPEN_PAUSE = 50;

export interface SqliteStoreOptions {
	/** A file on a local disk. Network shares cannot lock it reliably. */
	path: string;
}

/**
 * Opens the store, makes it when there is none, and brings its schema up to date.
 * @throws {HandoverError} `STORE_*`, or `NODE_TOO_OLD` where Node has no `node:sqlite`.
 */
export async function openSqliteStore({ path }: SqliteStoreOptions): Promise<Store> {
	const { DatabaseSync } = await loadSqlite();
	assertWritable(path);
	try {
		const database = new DatabaseSync(path);
		try {
			prepare(database);
			return new SqliteStore(database, fileGuard(path));
		} catch (error) {
			database.close();
			throw error;
		}
	} catch (error) {
		throw toStoreError(error);
	}
}

/** Read-only file system, missing rights, or a file that was made immutable. */
const NOT_WRITABLE = new Set(['EROFS', 'EACCES', 'EPERM']);

/**
 * SQLite opens what it may not write for reading only, and would keep it so once it may be written;
 * where it has to make files beside it, it only says that it cannot. Other faults are left to it.
 */
function assertWritable(path: string): void {
	for (const place of [dirname(path), path]) {
		try {
			accessSync(place, constants.W_OK);
		} catch (cause) {
			if (NOT_WRITABLE.has((cause as NodeJS.ErrnoException).code ?? '')) {
				throw new HandoverError('STORE_READ_ONLY', READ_ONLY, { cause });
			}
		}
	}
}

/** SQLite does not wait for another process that is just switching the file to WAL. */
function prepare(database: DatabaseSync): void {
	for (let tries = 1; ; tries++) {
		try {
			database.exec(PRAGMAS);
			migrate(database);
			return;
		} catch (error) {
			const busy = toStoreError(error);
			const isBusy = busy instanceof HandoverError && busy.code === 'STORE_BUSY';
			if (!isBusy || tries === OPEN_TRIES) throw error;
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, OPEN_PAUSE);
		}
	}
}

/**
 * WAL with `synchronous = NORMAL` survives a killed process without loss, and a power cut without
 * damage (SQLite documentation, "Write-Ahead Logging"). `secure_delete` overwrites what was erased.
 */
const PRAGMAS = `
	PRAGMA busy_timeout = ${BUSY_TIMEOUT};
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
