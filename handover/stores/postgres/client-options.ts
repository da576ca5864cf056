import type * as Pg from 'pg';
import type { ConnectionSettings } from './connection-settings';

export type PgLibrary = Pick<typeof Pg, 'Client' | 'Pool'>;

/** Milliseconds. */
const CONNECTING = 5_000;
/** Of one statement, the wait for a lock included. */
export const STATEMENT_TIMEOUT = 10_000;
/** The server is gone without a word, when it says nothing for longer. */
const SILENCE = STATEMENT_TIMEOUT + 5_000;

/** What every connection to the server has in common. */
export function clientOptions({ server }: ConnectionSettings): Pg.ClientConfig {
	return {
		...server,
		application_name: 'human-handover',
		connectionTimeoutMillis: CONNECTING,
		query_timeout: SILENCE,
		keepAlive: true,
		types: { getTypeParser: parserOf } as Pg.CustomTypesConfig,
	};
}

/** Times are whole milliseconds, which a number holds. JSON stays the text that was written. */
export function parserOf(oid: number): (text: string) => unknown {
	if (oid === BOOL) return (text) => text === 't';
	return NUMBERS.has(oid) ? Number : (text) => text;
}

const BOOL = 16;
/** int8, int2, int4, float8. */
const NUMBERS = new Set([20, 21, 23, 701]);
