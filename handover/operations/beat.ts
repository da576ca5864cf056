import type { Services } from './services';

/**
 * Shows the others that this process is there, and hears who of them still is. Whoever hears it may
 * rely on it that the turns which were left before are in the store (see `make-sure.ts`); so while they
 * are not, it only hears. A conversation that cannot be written holds the beats back for so long only.
 * @throws {HandoverError} `STORE_*`
 */
export async function beat(services: Services): Promise<void> {
	const { store, clock, runner, heartbeats, leftTurns } = services;
	const isSilent = await leftTurns.write(services).then(
		() => false,
		() => true,
	);
	const begun = clock.elapsed();
	heartbeats.hear(await store.beat(runner.id, clock.now(), isSilent), begun);
	if (isSilent) leftTurns.giveUp(clock);
}
