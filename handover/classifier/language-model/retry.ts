import { toModelFailure } from './model-failure';

/** After the first try. */
const MOST_RETRIES = 2;
/** Milliseconds before the first one; doubled for the next. */
const FIRST_PAUSE = 250;

interface RetryClock {
	wait(milliseconds: number): Promise<void>;
	random(): number;
	now(): number;
	timeLeft(): number;
}

/**
 * Tries again what may pass, at the earliest when the server says so. It does not begin to wait for
 * what would come too late.
 */
export async function retry<T>(attempt: () => Promise<T>, clock: RetryClock): Promise<T> {
	for (let retries = 0; ; retries += 1) {
		try {
			return await attempt();
		} catch (error) {
			const { retryable, retryAfter } = toModelFailure(error, clock.now());
			if (!retryable || retries === MOST_RETRIES) throw error;
			const pause = Math.max(retryAfter ?? 0, spread(FIRST_PAUSE * 2 ** retries, clock.random()));
			if (pause >= clock.timeLeft()) throw error;
			await clock.wait(pause);
		}
	}
}

/** From half of it to the whole: those who failed together do not come back together. */
function spread(pause: number, random: number): number {
	return pause * (0.5 + random / 2);
}
