import type { DatabaseSync } from 'node:sqlite';

/** After a full disk or a broken file SQLite has rolled back by itself, and then refuses to. */
export function rollBack(database: DatabaseSync): void {
	try {
		database.exec('ROLLBACK');
	} catch {
		// Nothing was open any more. The error that led here is the one that matters.
	}
}
