const OFTEN = 50;
const SELDOM = 250;
const LONG = 2_000;

/** Milliseconds until a message that has waited for so many looks again: short at first, for most turns are. */
export function pauseAfter(waited: number): number {
	return waited < LONG ? OFTEN : SELDOM;
}
