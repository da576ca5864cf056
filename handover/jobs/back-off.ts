import type { Instant } from '../conversation/conversation';

const FIRST: Instant = 5_000;
const FACTOR = 4;
const LONGEST: Instant = 3_600_000;
/** No receiver may put a delivery off for longer. */
const LONGEST_WISH: Instant = 24 * 3_600_000;
/** So that those who were all told the same moment do not all come at it. */
const SPREAD: Instant = 1_000;

/**
 * How long to wait after `failed` tries: at random up to a bound that grows fourfold with each ("full
 * jitter"), and no shorter than the receiver asked for.
 * @param random 0 to 1
 */
export function backOff(failed: number, random: number, retryAfter: Instant | null): Instant {
	const bound = Math.min(FIRST * FACTOR ** (failed - 1), LONGEST);
	const wait = Math.ceil(random * bound);
	if (retryAfter === null) return wait;
	return Math.max(wait, Math.min(retryAfter, LONGEST_WISH) + Math.ceil(random * SPREAD));
}
