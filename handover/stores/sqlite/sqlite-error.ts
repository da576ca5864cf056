import { HandoverError, type HandoverErrorCode } from '../../errors';

export const READ_ONLY = 'The store may not be written. Check the rights on its file and folder.';

/** SQLITE_CONSTRAINT_TRIGGER: `migrate-store` leaves the only triggers that there are. */
const SEALED = 1811;
const MOVED =
	'The conversations were moved from this file to another store. Choose that one here, too.';

/** SQLite's primary result codes, see its documentation "Result and Error Codes". */
const BY_RESULT_CODE: Record<number, [HandoverErrorCode, string]> = {
	5: ['STORE_BUSY', 'Another process has kept the store locked for too long. Try again.'],
	6: ['STORE_BUSY', 'The store is locked. Try again.'],
	8: ['STORE_READ_ONLY', READ_ONLY],
	11: [
		'STORE_NOT_A_DATABASE',
		'The store file is damaged. Restore it from a backup, or choose another path.',
	],
	13: ['STORE_FULL', 'The disk is full. Make room; nothing of this change was saved.'],
	19: [
		'UNEXPECTED',
		'The store refused a change that does not fit what it holds. Please report it.',
	],
	26: ['STORE_NOT_A_DATABASE', 'The file is not a database. Choose another path for the store.'],
};

/** SQLite's own message may quote a value, so the builder sees ours, and it stays in `cause`. */
export function toStoreError(error: unknown): unknown {
	if (error instanceof HandoverError) return error;
	const resultCode = resultCodeOf(error);
	if (resultCode === undefined) return error;
	if (resultCode === SEALED) return new HandoverError('STORE_MOVED', MOVED, { cause: error });
	const [code, message] = BY_RESULT_CODE[resultCode & 0xff] ?? [
		'STORE_UNAVAILABLE',
		`The store cannot be used (SQLite result ${resultCode}). Check its path, the disk, and the rights on its folder.`,
	];
	return new HandoverError(code, message, { cause: error });
}

function resultCodeOf(error: unknown): number | undefined {
	if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
	return typeof error.errcode === 'number' ? error.errcode : undefined;
}
