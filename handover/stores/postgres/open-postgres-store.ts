import { HandoverError } from '../../errors';
import type { Store } from '../store';
import { readConnectionSettings, type PostgresStoreOptions } from './connection-settings';
import type { PgLibrary } from './client-options';
import { Connections } from './connections';
import { DatabaseFailure, NO_POSTGRES, toStoreError } from './database-failure';
import { EventSignal } from './event-signal';
import { migrate } from './migrations';
import { PostgresStore } from './postgres-store';
import { PulseConnection } from './pulse-connection';

/**
 * Opens the store, makes its tables where there are none, and brings their schema up to date.
 * @throws {HandoverError} `STORE_*`, `SETTINGS_INVALID`; none of them quotes the URL.
 */
export async function openPostgresStore(
	options: PostgresStoreOptions,
	newId: () => string,
): Promise<Store> {
	const settings = readConnectionSettings(options);
	const pg = await loadPg();
	const connections = new Connections(pg, settings, newId());
	try {
		await connections.direct((session) => migrate(session, settings.schema));
	} catch (error) {
		await connections.close();
		throw strangerAt(error) ?? toStoreError(error);
	}
	return new PostgresStore(
		connections,
		new PulseConnection(pg, settings),
		new EventSignal(pg, settings),
	);
}

/** Whoever answers a greeting of Postgres by hanging up is none. */
function strangerAt(error: unknown): HandoverError | undefined {
	const cause = error instanceof DatabaseFailure ? error.cause : undefined;
	const hungUp = cause instanceof Error && /terminated unexpectedly/.test(cause.message);
	return hungUp ? new HandoverError('STORE_NOT_A_DATABASE', NO_POSTGRES, { cause }) : undefined;
}

/** With the first Postgres store of the process: nobody else needs it. */
async function loadPg(): Promise<PgLibrary> {
	const { Client, Pool } = await import('pg');
	return { Client, Pool };
}
