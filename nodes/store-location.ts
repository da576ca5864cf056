import { resolve } from 'node:path';
import { HandoverError } from '../handover/errors';
import {
	TLS_MODES,
	type PostgresStoreOptions,
	type TlsMode,
} from '../handover/stores/postgres/connection-settings';

/** Which database holds a store. */
export type StoreLocation =
	{ database: 'sqlite'; path: string } | ({ database: 'postgres' } & PostgresStoreOptions);

/** As a builder fills them in, on either platform. A store saved before there was Postgres has a path. */
export interface StoreFields {
	database?: unknown;
	path?: unknown;
	urlWithPassword?: unknown;
	tls?: unknown;
	ca?: unknown;
	schema?: unknown;
	connections?: unknown;
}

export const DEFAULT_FILE = 'handover.sqlite';

/**
 * The store that the fields name; a relative file is in `folder`. Where a builder has left the default
 * file, the variable `HANDOVER_STORE` may name another store, for all nodes of an installation at once.
 * @throws {HandoverError} `SETTINGS_INVALID`
 */
export function locateStore(fields: StoreFields, folder: string): StoreLocation {
	if (fields.database === 'postgres') return locatePostgres(fields);
	const path = textOf(fields.path);
	const elsewhere = process.env['HANDOVER_STORE']?.trim();
	if (elsewhere && (path === '' || path === DEFAULT_FILE)) {
		return parseStoreLocation(elsewhere, folder);
	}
	return { database: 'sqlite', path: resolve(folder, path || DEFAULT_FILE) };
}

/**
 * `postgres://…`, `sqlite:PATH`, or a path.
 * @throws {HandoverError} `SETTINGS_INVALID` for an address of another kind
 */
export function parseStoreLocation(text: string, folder: string): StoreLocation {
	if (/^postgres(ql)?:/.test(text)) return { database: 'postgres', url: text };
	if (/^(?!sqlite:)[a-z][a-z0-9+.-]+:\/\//i.test(text)) {
		throw new HandoverError('SETTINGS_INVALID', 'A store is sqlite:PATH or postgres://…');
	}
	return { database: 'sqlite', path: resolve(folder, text.replace(/^sqlite:(\/\/(?=\/))?/, '')) };
}

function locatePostgres({
	urlWithPassword: url,
	tls,
	ca,
	schema,
	connections,
}: StoreFields): StoreLocation {
	const mode = textOf(tls) || 'fromUrl';
	if (!TLS_MODES.includes(mode as TlsMode)) {
		throw new HandoverError('SETTINGS_INVALID', `TLS is one of ${TLS_MODES.join(', ')}.`);
	}
	return {
		database: 'postgres',
		url: textOf(url),
		tls: mode as TlsMode,
		ca: textOf(ca) || undefined,
		schema: textOf(schema) || undefined,
		connections: textOf(connections) === '' ? undefined : Number(connections),
	};
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
