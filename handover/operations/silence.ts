import type { Clock } from './services';

/** Looks that are further apart say no more than this: milliseconds. */
const LONGEST_STEP = 10_000;

/**
 * For how long somebody gives no sign: a value that they change again and again, and that we look at.
 * Only the time of our own that passes between looks counts, and of a long one only a part: clocks of
 * hosts differ and are set, and whoever did not look, because they hung or the store was away, has not
 * seen a silence.
 */
export class Silence {
	#sign: number | undefined;
	#lookedAt = 0;
	#milliseconds = 0;

	/** Looks at the sign, and says for how long it has been the same. */
	look(clock: Pick<Clock, 'elapsed'>, sign: number): number {
		const now = clock.elapsed();
		const step = Math.min(now - this.#lookedAt, LONGEST_STEP);
		this.#milliseconds = sign === this.#sign ? this.#milliseconds + step : 0;
		this.#sign = sign;
		this.#lookedAt = now;
		return this.#milliseconds;
	}
}
