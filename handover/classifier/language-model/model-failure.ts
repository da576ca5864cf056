/** Why a model did not decide. The words are public: an item carries them, and flows may look at them. */
export const MODEL_FAILURES = {
	timeout: { retryable: false },
	busy: { retryable: false },
	'budget spent': { retryable: false },
	'budget unknown': { retryable: false },
	'not connected': { retryable: false },
	unauthorized: { retryable: false },
	'not found': { retryable: false },
	rejected: { retryable: false },
	'rate limited': { retryable: true },
	'server error': { retryable: true },
	unreachable: { retryable: true },
	'off schema': { retryable: false },
	closed: { retryable: false },
	error: { retryable: false },
} as const satisfies Record<string, { retryable: boolean }>;

export type ModelFailureReason = keyof typeof MODEL_FAILURES;

/** Never leaves the classifier, which goes on without the model. It has no text but its reason. */
export class ModelFailure extends Error {
	override readonly name = 'ModelFailure';

	constructor(
		readonly reason: ModelFailureReason,
		/** Milliseconds that the server asks to wait before the next call, or null. */
		readonly retryAfter: number | null = null,
		options?: { cause?: unknown },
	) {
		super(reason, options);
	}

	get retryable(): boolean {
		return MODEL_FAILURES[this.reason].retryable;
	}
}

/** An error and its causes are looked at this deep. */
const DEPTH = 5;

/**
 * Reads what a model's library threw, by its HTTP status or network code: each library has classes of
 * its own, and n8n wraps them once more.
 * @param now milliseconds since 1970, for a `Retry-After` that names a point in time.
 */
export function toModelFailure(error: unknown, now: number): ModelFailure {
	const chain = causesOf(error);
	const known = chain.find((one) => one instanceof ModelFailure);
	if (known) return known;
	const retryAfter = first(chain, (one) => readRetryAfter(one, now));
	return new ModelFailure(reasonOf(chain), retryAfter, { cause: error });
}

type Chain = Array<Record<string, unknown>>;

function reasonOf(chain: Chain): ModelFailureReason {
	const status = first(chain, readStatus);
	if (status !== null) return reasonOfStatus(status);
	if (chain.some(isUnreadable)) return 'off schema';
	return chain.some(isNetworkError) ? 'unreachable' : 'error';
}

function reasonOfStatus(status: number): ModelFailureReason {
	if (status === 401 || status === 403) return 'unauthorized';
	if (status === 404) return 'not found';
	if (status === 429) return 'rate limited';
	if (status === 408) return 'unreachable';
	return status >= 500 ? 'server error' : 'rejected';
}

function causesOf(error: unknown): Chain {
	const chain: Chain = [];
	let at = error;
	while (typeof at === 'object' && at !== null && chain.length < DEPTH) {
		chain.push(at as Record<string, unknown>);
		at = (at as { cause?: unknown }).cause;
	}
	return chain;
}

function first<T>(chain: Chain, read: (one: Record<string, unknown>) => T | null): T | null {
	for (const one of chain) {
		const found = read(one);
		if (found !== null) return found;
	}
	return null;
}

function readStatus(error: Record<string, unknown>): number | null {
	const response = error['response'] as { status?: unknown } | undefined;
	const candidates = [error['status'], error['statusCode'], error['httpCode'], response?.status];
	return candidates.map(Number).find((status) => status >= 400 && status < 600) ?? null;
}

/** What came is no JSON, or a library found it cut off before we could. */
function isUnreadable(error: Record<string, unknown>): boolean {
	return /^SyntaxError$|FinishReasonError$|OutputParser/.test(error.constructor?.name);
}

function isNetworkError(error: Record<string, unknown>): boolean {
	if (/^E[A-Z]{3,}$|^UND_ERR_/.test(String(error['code']))) return true;
	return /Connection/.test(error.constructor?.name);
}

function readRetryAfter(error: Record<string, unknown>, now: number): number | null {
	const response = error['response'] as { headers?: unknown } | undefined;
	const headers = error['headers'] ?? response?.headers;
	const exact = Number(readHeader(headers, 'retry-after-ms') ?? NaN);
	if (exact >= 0) return exact;
	const value = readHeader(headers, 'retry-after');
	if (value === null) return null;
	const seconds = Number(value);
	const wait = Number.isNaN(seconds) ? Date.parse(value) - now : seconds * 1000;
	return Number.isNaN(wait) ? null : Math.max(0, wait);
}

function readHeader(headers: unknown, name: string): string | null {
	if (headers instanceof Headers) return headers.get(name);
	const value = (headers as Record<string, unknown> | null | undefined)?.[name];
	return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
