import { HandoverError } from '../../errors';

export const TLS_MODES = ['fromUrl', 'verify', 'allowUnauthorized', 'off'] as const;
export type TlsMode = (typeof TLS_MODES)[number];

export const DEFAULT_SCHEMA = 'human_handover';
export const DEFAULT_CONNECTIONS = 10;
const MOST_CONNECTIONS = 1_000;

export interface PostgresStoreOptions {
	/** `postgres://user:password@host:port/database?sslmode=…` */
	url: string;
	/** Default: what the URL's `sslmode` says, and without one no TLS. */
	tls?: TlsMode | undefined;
	/** PEM of who signs the server's certificate; without it, whom Node trusts. */
	ca?: string | undefined;
	/** Where the tables are. */
	schema?: string | undefined;
	/** Of this process at the same time, one more for what happens elsewhere not counted. */
	connections?: number | undefined;
}

/** What `pg` needs, without what it would take out of a URL by itself. */
export interface ConnectionSettings {
	server: {
		host: string;
		port: number;
		database: string;
		user: string;
		password?: string;
		ssl: false | TlsSettings;
	};
	schema: string;
	connections: number;
}

interface TlsSettings {
	rejectUnauthorized: boolean;
	ca?: string;
	/** Left out: the certificate must name the host. */
	checkServerIdentity?: () => undefined;
}

/** What may stand in the URL; anything else would be a wish that nobody fulfils. */
const PARAMETERS = new Set(['sslmode', 'application_name', 'host', 'schema']);

/** @throws {HandoverError} `SETTINGS_INVALID`; it never quotes the URL. */
export function readConnectionSettings(options: PostgresStoreOptions): ConnectionSettings {
	const url = parseUrl(options.url);
	const password = decode(url.password);
	const host = url.searchParams.get('host') ?? url.hostname.replace(/^\[|\]$/g, '');
	return {
		server: {
			host: host || 'localhost',
			port: Number(url.port || 5432),
			database: decode(url.pathname.slice(1)),
			user: decode(url.username),
			...(password && { password }),
			ssl: chooseTls(options, url.searchParams.get('sslmode')),
		},
		schema: parseSchema(options.schema || url.searchParams.get('schema') || DEFAULT_SCHEMA),
		connections: parseConnections(options.connections ?? DEFAULT_CONNECTIONS),
	};
}

function parseUrl(text: string): URL {
	const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
	if (!url || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2 || !url.username) {
		throw invalid(
			'The Postgres URL must look like postgres://user:password@host:5432/database. Write special characters in the password as %XX.',
		);
	}
	const unknown = [...url.searchParams.keys()].find((name) => !PARAMETERS.has(name));
	if (unknown === undefined) return url;
	throw invalid(
		'The Postgres URL has a parameter that is not supported. There are sslmode, schema and host; a certificate goes into the field CA Certificate.',
	);
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		throw invalid('The Postgres URL has a % that is not followed by two digits. Write it as %25.');
	}
}

/** As `sslmode` means it in libpq, but for `prefer`, which would fall back without a word. */
function chooseTls({ tls = 'fromUrl', ca }: PostgresStoreOptions, sslmode: string | null) {
	const trusted = ca?.trim() ? { ca } : {};
	const strict: TlsSettings = { rejectUnauthorized: true, ...trusted };
	const anyName: TlsSettings = { ...strict, checkServerIdentity: () => undefined };
	switch (tls) {
		case 'off':
			return false;
		case 'verify':
			return strict;
		case 'allowUnauthorized':
			return { rejectUnauthorized: false };
		case 'fromUrl':
			break;
		default:
			throw invalid(`TLS is one of ${TLS_MODES.join(', ')}.`);
	}
	switch (sslmode) {
		case null:
		case 'disable':
		case 'allow':
		case 'prefer':
			return false;
		case 'require':
			return trusted.ca ? anyName : { rejectUnauthorized: false };
		case 'verify-ca':
			return anyName;
		case 'verify-full':
			return strict;
		default:
			throw invalid(
				'sslmode in the Postgres URL is one of disable, require, verify-ca and verify-full.',
			);
	}
}

/** It becomes part of statements and of the channel's name, so only what needs no quotes is taken. */
function parseSchema(schema: string): string {
	if (/^[a-z_][a-z0-9_]{0,39}$/.test(schema) && !schema.startsWith('pg_')) return schema;
	throw invalid(
		'The schema is a name of up to 40 lower-case letters, digits and underscores, and does not begin with pg_.',
	);
}

function parseConnections(connections: number): number {
	if (Number.isInteger(connections) && connections >= 1 && connections <= MOST_CONNECTIONS) {
		return connections;
	}
	throw invalid(`The number of connections is from 1 to ${MOST_CONNECTIONS}.`);
}

function invalid(message: string): HandoverError {
	return new HandoverError('SETTINGS_INVALID', message);
}
