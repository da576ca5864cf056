import type { Services } from './services';

/** Shows the others that this process is there, and hears who of them still is. */
export async function beat({ store, clock, runner, heartbeats }: Services): Promise<void> {
	heartbeats.hear(await store.beat(runner.id, clock.now()));
}
