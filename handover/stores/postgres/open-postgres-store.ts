import { setTimeout as sleep } from 'node:timers/promises';
import { HandoverError } from '../../errors';
import type { Store } from '../store';
import { readConnectionSettings, type PostgresStoreOptions } from './connection-settings';
import type { PgLibrary } from './client-options';
import { Connections } from './connections';
import { DatabaseFailure, isInTheWay, NO_POSTGRES, toStoreError } from './database-failure';
import { EventSignal } from './event-signal';
import { migrate } from './migrations';
import { PostgresStore } from './postgres-store';
import { PulseConnection } from './pulse-connection';

/** Milliseconds; in between, those who wait for the migration get on. */
const PAUSES = [100, 250, 500];

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
		await bringUpToDate(connections);
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

/**
 * Workers of the version before run on meanwhile, and lock the same tables in an order of their own:
 * what was undone for it is done once more.
 */
async function bringUpToDate(connections: Connections): Promise<void> {
	for (let tries = 0; ; tries += 1) {
		try {
			await connections.direct((session) => migrate(session, connections.schema));
			return;
		} catch (error) {
			const pause = PAUSES[tries];
			if (pause === undefined || !isInTheWay(error)) throw error;
			await sleep(pause);
		}
	}
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
