import { HandoverError, type HandoverErrorCode } from '../../errors';

type Kind =
	/** The connection is gone, or there never was one; what it had not committed is undone. */
	| 'connection'
	/** Such as two transactions in each other's way: none was done, and the same again may succeed at once. */
	| 'conflict'
	| 'other';

/** Something that Postgres or the way to it did. Never leaves the store as it is. */
export class DatabaseFailure extends Error {
	readonly kind: Kind;
	/** Nothing was heard until a time-out of ours. */
	readonly tookLong: boolean;

	constructor(cause: unknown) {
		super('Postgres did not do it', { cause });
		this.kind = kindOf(cause);
		this.tookLong = cause instanceof Error && /timeout/i.test(cause.message);
	}
}

/** Connection exceptions, a server that shuts down or starts, and a transaction that was given up. */
const CONNECTION = /^(08...|57P0[123]|25P03|E[A-Z]+)$/;
/** Behind a pooler, the transaction got another connection to the server than the one that has it. */
export const NO_SUCH_STATEMENT = '26000';
const CONFLICT = new Set(['40001', '40P01', NO_SUCH_STATEMENT]);

const LOCK_TIMEOUT = '55P03';

/** Another transaction was in the way, and nothing was done: the same again may succeed. */
export function isInTheWay(error: unknown): boolean {
	if (!(error instanceof DatabaseFailure)) return false;
	return error.kind === 'conflict' || codeOf(error.cause) === LOCK_TIMEOUT;
}

function kindOf(cause: unknown): Kind {
	const code = codeOf(cause);
	if (code !== undefined && CONFLICT.has(code)) return 'conflict';
	// What `pg` throws itself when a connection breaks has no code.
	const isBroken = code === undefined ? !inWords(cause) : CONNECTION.test(code);
	return isBroken ? 'connection' : 'other';
}

const AWAY = 'The Postgres server cannot be reached. Check host and port, and that it is running.';
const BUSY = 'The Postgres server did not do it in time. Try again.';
const DENIED =
	'The Postgres server refuses the user, or the user may not do this. Check user, password and rights.';
export const NO_POSTGRES =
	'What answers at this address is no Postgres server. Check host and port.';
const TLS_REFUSED =
	'The certificate of the Postgres server is not trusted, or it has no TLS. Check the TLS setting and the CA certificate.';
const GONE =
	'The tables of the store are gone. Restore them from a backup, or restart to begin anew.';

const POOLER_WITHOUT_SERVER =
	'The pooler, such as PgBouncer, has no connection to the Postgres server. Check that the server is running, and that the pooler knows database and user.';

type Known = [pattern: RegExp, code: HandoverErrorCode, message: string];

/** By SQLSTATE (Postgres documentation, appendix A), its class, or Node's own code. */
const BY_CODE: Known[] = [
	[/^28/, 'STORE_ACCESS_DENIED', DENIED],
	[/^42501$/, 'STORE_ACCESS_DENIED', DENIED],
	[
		/^3D000$/,
		'STORE_ACCESS_DENIED',
		'There is no such database on the Postgres server. Make it first.',
	],
	[/^(3F000|42P01)$/, 'STORE_DELETED', GONE],
	[/^53100$/, 'STORE_FULL', 'The disk of the Postgres server is full. Make room.'],
	[
		/^53/,
		'STORE_BUSY',
		'The Postgres server has no room for another connection. Try again, or raise max_connections.',
	],
	[/^25006$/, 'STORE_READ_ONLY', 'This Postgres server may only be read. Name the primary one.'],
	[/^(57014|55P03|40001|40P01)$/, 'STORE_BUSY', BUSY],
	// PgBouncer's, for whatever keeps it from the server.
	[/^08P01$/, 'STORE_UNAVAILABLE', POOLER_WITHOUT_SERVER],
	[
		/^23/,
		'UNEXPECTED',
		'The store refused a change that does not fit what it holds. Please report it.',
	],
	[/^(ERR_TLS_|CERT_|DEPTH_|SELF_|UNABLE_|ERR_SSL|EPROTO)/, 'STORE_TLS_FAILED', TLS_REFUSED],
	[/^(08|57P|25P03|E[A-Z])/, 'STORE_UNAVAILABLE', AWAY],
];

/** `pg` says these in words only. */
const BY_MESSAGE: Known[] = [
	[/does not support SSL/, 'STORE_TLS_FAILED', TLS_REFUSED],
	[
		/error establishing an SSL|invalid response|unexpected.*message|SASL/i,
		'STORE_NOT_A_DATABASE',
		NO_POSTGRES,
	],
];

/** Postgres's own message may quote a value, so the builder sees ours, and it stays in `cause`. */
export function toStoreError(error: unknown): unknown {
	if (!(error instanceof DatabaseFailure)) return error;
	const { cause } = error;
	const code = codeOf(cause);
	const known = code === undefined ? inWords(cause) : BY_CODE.find(([one]) => one.test(code));
	const [, name, message] = known ?? [null, 'STORE_UNAVAILABLE' as const, otherwise(code)];
	return new HandoverError(name, message, { cause });
}

function inWords(cause: unknown): Known | undefined {
	const text = cause instanceof Error ? cause.message : '';
	return BY_MESSAGE.find(([pattern]) => pattern.test(text));
}

function otherwise(code: string | undefined): string {
	return code === undefined ? AWAY : `The Postgres server did not do it (SQLSTATE ${code}).`;
}

function codeOf(error: unknown): string | undefined {
	if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
	return typeof error.code === 'string' ? error.code : undefined;
}
