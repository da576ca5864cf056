import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { HandoverError } from '../handover/errors';
import { openPostgresStore } from '../handover/stores/postgres/open-postgres-store';
import { openSqliteStore } from '../handover/stores/sqlite/open-sqlite-store';
import type { Store } from '../handover/stores/store';
import type { StoreLocation } from './store-location';

/** @throws {HandoverError} `STORE_*`, `SETTINGS_INVALID`, `NODE_TOO_OLD` */
export async function openStore(location: StoreLocation): Promise<Store> {
	if (location.database === 'postgres') return await openPostgresStore(location, randomUUID);
	try {
		makeFolder(dirname(location.path));
	} catch (cause) {
		throw new HandoverError(
			'STORE_UNAVAILABLE',
			"The store's folder does not exist and cannot be made. Check the path and the rights on it.",
			{ cause },
		);
	}
	return await openSqliteStore({ path: location.path });
}

/** One level at a time: Node's own `recursive` never ends where a folder refuses, as below `/proc`. */
function makeFolder(folder: string): void {
	if (existsSync(folder)) return;
	makeFolder(dirname(folder));
	mkdirSync(folder);
}
