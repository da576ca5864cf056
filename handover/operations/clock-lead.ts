import type { Services } from './services';

/** Milliseconds by which our clock is ahead of that of the database's server; behind it when negative. */
export interface ClockLead {
	least: number;
	most: number;
}

/**
 * Between two bounds, as far from each other as the question took. A database without a clock of its
 * own has ours.
 * @throws {HandoverError} `STORE_*`
 */
export async function clockLead({
	store,
	clock,
}: Pick<Services, 'store' | 'clock'>): Promise<ClockLead> {
	const asked = clock.elapsed();
	const theirs = await store.readClock();
	if (theirs === null) return { least: 0, most: 0 };
	// The server looked at some time in between.
	const most = clock.now() - theirs;
	return { least: most - (clock.elapsed() - asked), most };
}
