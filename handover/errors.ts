/**
 * Every fault the package reports, with the HTTP status the reference flow answers. A code is public
 * and stable: flows branch on it. `docs/errors.md` has a row for each, and a test compares the two.
 *
 * 4xx: the caller can mend it. 5xx: the store or its machine is at fault.
 */
export const ERROR_CODES = {
	CONVERSATION_ID_MISSING: { status: 400, retryable: false },
	CONVERSATION_ID_INVALID: { status: 400, retryable: false },
	CONVERSATION_UNKNOWN: { status: 404, retryable: false },
	BOT_ID_INVALID: { status: 400, retryable: false },
	MESSAGE_ID_INVALID: { status: 400, retryable: false },
	MESSAGE_NOT_ADMITTED: { status: 400, retryable: false },
	TEXT_MISSING: { status: 400, retryable: false },
	TEXT_NOT_A_STRING: { status: 400, retryable: false },
	TEXT_TOO_LONG: { status: 400, retryable: false },
	TEXT_INVALID: { status: 400, retryable: false },
	CONTACT_INVALID: { status: 400, retryable: false },
	TASK_UNKNOWN: { status: 404, retryable: false },
	SETTINGS_INVALID: { status: 400, retryable: false },
	SETTINGS_CONFLICT: { status: 409, retryable: false },
	SCENARIOS_TOO_MANY: { status: 400, retryable: false },
	SCENARIO_INVALID: { status: 400, retryable: false },
	THRESHOLD_OUT_OF_RANGE: { status: 400, retryable: false },
	RETRIEVAL_SCORE_OUT_OF_RANGE: { status: 400, retryable: false },
	PAUSE_OUT_OF_RANGE: { status: 400, retryable: false },
	DUE_OUT_OF_RANGE: { status: 400, retryable: false },
	ACCEPT_OUT_OF_RANGE: { status: 400, retryable: false },
	TAGS_INVALID: { status: 400, retryable: false },
	TAGS_TOO_MANY: { status: 400, retryable: false },
	WEBHOOK_INVALID: { status: 400, retryable: false },
	STAFF_INVALID: { status: 400, retryable: false },
	STAFF_UNKNOWN: { status: 400, retryable: false },
	STAFF_UNAVAILABLE: { status: 409, retryable: false },
	STAFF_NOBODY_AVAILABLE: { status: 409, retryable: true },
	DESK_REFUSED: { status: 409, retryable: false },
	HANDOVER_TAKEN: { status: 409, retryable: false },
	TRANSITION_INVALID: { status: 409, retryable: false },
	STORE_UNAVAILABLE: { status: 503, retryable: true },
	STORE_NOT_A_DATABASE: { status: 503, retryable: false },
	STORE_READ_ONLY: { status: 503, retryable: false },
	STORE_FULL: { status: 503, retryable: true },
	STORE_BUSY: { status: 503, retryable: true },
	STORE_DELETED: { status: 503, retryable: false },
	STORE_ACCESS_DENIED: { status: 503, retryable: false },
	STORE_TLS_FAILED: { status: 503, retryable: false },
	STORE_MOVED: { status: 503, retryable: false },
	STORE_SCHEMA_NEWER: { status: 503, retryable: false },
	STORE_CLOSED: { status: 503, retryable: true },
	NODE_TOO_OLD: { status: 503, retryable: false },
	UNEXPECTED: { status: 500, retryable: false },
} as const satisfies Record<string, { status: number; retryable: boolean }>;

export type HandoverErrorCode = keyof typeof ERROR_CODES;

/**
 * The one error type that leaves the domain. Its message is written for the builder, says what to
 * do, and never carries what a contact wrote, nor a secret.
 */
export class HandoverError extends Error {
	override readonly name = 'HandoverError';

	constructor(
		readonly code: HandoverErrorCode,
		message: string,
		options?: { cause?: unknown },
	) {
		super(message, options);
	}

	/** Whether the same call can succeed later without anybody changing anything. */
	get retryable(): boolean {
		return ERROR_CODES[this.code].retryable;
	}

	/** The HTTP status that the reference flow answers with. */
	get status(): number {
		return ERROR_CODES[this.code].status;
	}
}

/**
 * Wraps whatever was thrown. A foreign error's message may quote input, so it stays in `cause`, which
 * neither platform prints, and the builder sees a fixed text.
 */
export function toHandoverError(error: unknown): HandoverError {
	if (error instanceof HandoverError) return error;
	return new HandoverError(
		'UNEXPECTED',
		'Something went wrong that this package did not foresee. Please report it with the steps that led here.',
		{ cause: error },
	);
}
