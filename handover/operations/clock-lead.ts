import type { Services } from './services';

/**
 * Milliseconds by which our clock is at least ahead of that of the database's server; behind it when
 * negative. 0: it is the same one, or differs by no more than the question took.
 * @throws {HandoverError} `STORE_*`
 */
export async function clockLead({
	store,
	clock,
}: Pick<Services, 'store' | 'clock'>): Promise<number> {
	const asked = clock.elapsed();
	const theirs = await store.readClock();
	if (theirs === null) return 0;
	// The server looked at some time in between.
	const most = clock.now() - theirs;
	const least = most - (clock.elapsed() - asked);
	return least > 0 ? least : Math.min(most, 0);
}
