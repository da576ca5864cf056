import type { Services } from './services';

/**
 * Shows the others that this process is there, and hears who of them still is. Whoever hears it may
 * rely on it that the turns which were left before are in the store; so there is no beat while they are
 * not (see `make-sure.ts`).
 * @throws {HandoverError} `STORE_*`
 */
export async function beat(services: Services): Promise<void> {
	const { store, clock, runner, heartbeats, leftTurns } = services;
	await leftTurns.write(services);
	const begun = clock.elapsed();
	heartbeats.hear(await store.beat(runner.id, clock.now()), begun);
}
