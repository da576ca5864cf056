import { DatabaseFailure } from './database-failure';

/** Together about ten seconds: a server needs no longer for a restart. */
const RECONNECT_PAUSES = [50, 100, 250, 500, 1_000, 1_000, 1_000, 2_000, 2_000, 2_000];
/** A server that does not even refuse has taken seconds to say nothing. */
const TRIES_OF_A_TIMEOUT = 5;
const MOST_CONFLICTS = 10;

/** Again after a conflict, at once, and after a break, once the server had time to come back. */
export async function tryAgain<T>(work: () => Promise<T>, isClosed: () => boolean): Promise<T> {
	for (let breaks = 0; ;) {
		try {
			return await pastConflicts(work);
		} catch (error) {
			const pause = isBroken(error) && !isClosed() && RECONNECT_PAUSES[breaks];
			if (!pause) throw error;
			breaks += error.tookLong ? TRIES_OF_A_TIMEOUT : 1;
			await sleep(pause);
		}
	}
}

/** The same again may succeed at once, and behind a pooler each connection may fail in this way once. */
export async function pastConflicts<T>(work: () => Promise<T>): Promise<T> {
	for (let conflicts = 0; ;) {
		try {
			return await work();
		} catch (error) {
			const isConflict = error instanceof DatabaseFailure && error.kind === 'conflict';
			if (!isConflict || ++conflicts === MOST_CONFLICTS) throw error;
		}
	}
}

export function isBroken(error: unknown): error is DatabaseFailure {
	return error instanceof DatabaseFailure && error.kind === 'connection';
}

async function sleep(milliseconds: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
