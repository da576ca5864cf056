import { HandoverError } from '../errors';
import type { Heartbeats } from './heartbeats';
import { pauseAfter } from './pause-after';
import type { Received } from './received';
import type { Services } from './services';

/**
 * A message came again while another process has its turn. That one may just have failed on it, with a
 * store that is away, or have died; and whoever is told "duplicate" does not send the message a second
 * time. So it is one only when its turn is over, or when the other process has beaten twice since: then
 * it lives, and all that it left is in the store. Whatever becomes of the turn in between, this process
 * acts on it. Who does not beat, as a look shows that began since, is taken at its word.
 * @throws {HandoverError} `STORE_*`; then nothing of the message is this process's.
 */
export async function makeSure(
	services: Services,
	received: Received,
	signal: AbortSignal | undefined,
): Promise<Received> {
	const { clock, heartbeats } = services;
	const begun = clock.elapsed();
	let current = received;
	let sign: LaterSign | undefined;
	while (current.heldBy !== null) {
		if (sign?.runner !== current.heldBy) {
			sign = new LaterSign(heartbeats, current.heldBy, clock.elapsed());
		}
		const isSure = sign.isHeard();
		// Also when it is sure, for what was left is in the store by then.
		current = await current.again();
		if (isSure) break;
		if (signal?.aborted) throw interrupted();
		await clock.wait(pauseAfter(clock.elapsed() - begun), signal);
	}
	return current;
}

/** The first may have been under way when the turn was left, and does not know of it. */
const BEATS = 2;

/** A beat that was begun after a moment: the second after the one that a look since then found. */
class LaterSign {
	#found: number | undefined;

	constructor(
		private readonly heartbeats: Heartbeats,
		readonly runner: string,
		/** Elapsed time of our own. */
		private readonly since: number,
	) {}

	isHeard(): boolean {
		// Whoever has not looked since, as at its start, does not know who beats.
		if (this.heartbeats.lookedAt <= this.since) return false;
		const beats = this.heartbeats.beatsOf(this.runner);
		if (beats === undefined) return true;
		this.#found ??= beats;
		return beats - this.#found >= BEATS;
	}
}

/** What a wait ends with when its node is closed. */
export function interrupted(): HandoverError {
	return new HandoverError(
		'STORE_CLOSED',
		'The node was closed while the message waited for its turn, as on a redeploy. Send the message again.',
	);
}
