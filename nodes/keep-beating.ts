import { beat } from '../handover/operations/beat';
import type { Services } from '../handover/operations/services';
import { keepDoing } from './keep-doing';

/** Milliseconds. */
const EVERY = 5_000;
/** A store that is away must not hold a redeploy up. */
const FAREWELL = 1_000;

export interface Beating {
	/** Says what it has left, and that it is gone, as far as the store is there to hear it. */
	stop(): Promise<void>;
}

/**
 * Beats for as long as the store is open, apart from all other work, and as often while the store
 * fails: whoever beats late after a restart of the database counts as gone. What goes wrong is not
 * reported, for whatever else uses the store does.
 */
export function keepBeating(services: Services): Beating {
	const beating = keepDoing(async () => {
		await beat(services).catch(() => undefined);
		return EVERY;
	});
	return {
		async stop() {
			const { store, runner, clock, leftTurns } = services;
			const over = new AbortController();
			const leaving = beating
				.stop()
				.then(() => leftTurns.write(services).catch(() => undefined))
				.then(() => store.leave(runner.id))
				.catch(() => undefined);
			await Promise.race([leaving, clock.wait(FAREWELL, over.signal)]);
			over.abort();
		},
	};
}
