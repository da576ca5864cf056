import { HandoverError } from '../errors';
import type { Services } from './services';

const MOST_TRIES = 3;
/** Milliseconds before the second try, at most; doubled for the next. */
const FIRST_PAUSE = 100;
/** A store that is busy has made the caller wait already; one that is closed or full stays so. */
const MAY_PASS = ['STORE_UNAVAILABLE', 'STORE_BUSY'];

/**
 * Tries again what the store could not do just now. Only for work that changes nothing when it is
 * done twice: an answer that got lost looks like a failure.
 */
export async function retryStore<T>(
	{ clock, outbox }: Services,
	work: () => Promise<T>,
): Promise<T> {
	for (let tries = 1; ; tries += 1) {
		try {
			return await work();
		} catch (error) {
			const mayPass = error instanceof HandoverError && MAY_PASS.includes(error.code);
			if (!mayPass || tries === MOST_TRIES) throw error;
			await clock.wait(Math.ceil(outbox.random() * FIRST_PAUSE * 2 ** (tries - 1)));
		}
	}
}
