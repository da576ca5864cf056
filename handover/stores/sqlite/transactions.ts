import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { storeClosed } from '../store-closed';
import { rollBack } from './roll-back';
import { toStoreError } from './sqlite-error';

/** Told within the transaction, before anything else is done in it, and when it was undone. */
export interface TransactionWatcher {
	begun(): void;
	undone(): void;
}

/**
 * The open file, and transactions on it. `node:sqlite` is synchronous: within this process nothing can
 * come between what a transaction does. What goes wrong is thrown as a `HandoverError`.
 */
export class Transactions {
	readonly #database: DatabaseSync;
	readonly #assertUsable: () => void;
	readonly #watcher: TransactionWatcher;
	readonly #begin;
	readonly #beginWriting;
	readonly #commit;
	readonly #prepared = new Map<string, StatementSync>();
	#closed = false;

	/** `assertUsable` is asked before each of them; it throws when the file is not the store any more. */
	constructor(database: DatabaseSync, assertUsable: () => void, watcher: TransactionWatcher) {
		this.#database = database;
		this.#assertUsable = assertUsable;
		this.#watcher = watcher;
		this.#begin = database.prepare('BEGIN');
		this.#beginWriting = database.prepare('BEGIN IMMEDIATE');
		this.#commit = database.prepare('COMMIT');
	}

	/** Other processes that write wait for it. */
	write<T>(work: () => T): T {
		return this.#run(this.#beginWriting, work);
	}

	/** Gives up when it cannot begin within so many milliseconds, in which this process does nothing else. */
	writeWithin<T>(milliseconds: number, work: () => T): T {
		return this.#waitingAtMost(milliseconds, () => this.write(work));
	}

	read<T>(work: () => T): T {
		return this.#run(this.#begin, work);
	}

	/** For what needs no file: that it is gone, the next transaction will tell. */
	inMemory<T>(work: () => T): T {
		if (this.#closed) throw storeClosed();
		try {
			return work();
		} catch (error) {
			throw toStoreError(error);
		}
	}

	/** Once for each statement: to parse one costs more than to run it. */
	prepare(sql: string): StatementSync {
		const known = this.#prepared.get(sql);
		if (known) return known;
		const statement = this.#database.prepare(sql);
		this.#prepared.set(sql, statement);
		return statement;
	}

	/**
	 * What was erased is still in the write-ahead log until it is folded into the file. Where somebody
	 * reads just now, the log is emptied by a later checkpoint: nobody is kept waiting for it.
	 */
	emptyLog(): void {
		this.#waitingAtMost(0, () => this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
	}

	close(): void {
		if (this.#closed) return;
		this.#closed = true;
		this.#database.close();
	}

	#run<T>(begin: StatementSync, work: () => T): T {
		if (this.#closed) throw storeClosed();
		let hasBegun = false;
		try {
			this.#assertUsable();
			hasBegun = true;
			begin.run();
			this.#watcher.begun();
			const result = work();
			this.#commit.run();
			return result;
		} catch (error) {
			if (hasBegun) this.#undo();
			throw toStoreError(error);
		}
	}

	#undo(): void {
		rollBack(this.#database);
		this.#watcher.undone();
	}

	#waitingAtMost<T>(milliseconds: number, work: () => T): T {
		return this.inMemory(() => {
			this.#assertUsable();
			const { timeout } = this.prepare('PRAGMA busy_timeout').get() as { timeout: number };
			this.#database.exec(`PRAGMA busy_timeout = ${milliseconds}`);
			try {
				return work();
			} finally {
				this.#database.exec(`PRAGMA busy_timeout = ${timeout}`);
			}
		});
	}
}
