import type { CursorLease, EventType } from '../stores/records';
import { readOn, type FollowedEvents } from './follow-events';
import type { Services } from './services';
import { Silence } from './silence';

/** Milliseconds after which whoever reads shows that they still do. */
const SHOW_EVERY = 20_000;
/** Longer than a reader may be busy with one batch of events. */
const GIVEN_UP_AFTER = 180_000;

/**
 * Reads events under a name that several processes follow, as copies of one flow do: one of them reads,
 * the others only look whether it still does. When it is gone, or has given the reading up, another one
 * goes on from the last place that was acknowledged.
 */
export class EventReader {
	readonly #name: string;
	readonly #types: readonly EventType[];
	readonly #silence = new Silence();
	#shownAt: number | undefined;
	#isReading = false;

	constructor(name: string, types: readonly EventType[]) {
		this.#name = name;
		this.#types = types;
	}

	/** Whether this process is the one that reads, also when it could not read the events just now. */
	get isReading(): boolean {
		return this.#isReading;
	}

	/** Undefined: another process reads. @throws {HandoverError} `STORE_*` */
	async read(services: Services): Promise<FollowedEvents | undefined> {
		const found = await services.store.readCursor(this.#name);
		this.#isReading = await this.#isOurs(services, found);
		if (!this.#isReading) return undefined;
		return await readOn(services, this.#name, found, this.#types);
	}

	/** Lets another process read at once. */
	async release({ store, runner }: Services): Promise<void> {
		await store.releaseCursor(this.#name, runner.id);
	}

	async #isOurs({ store, clock, runner }: Services, found: CursorLease): Promise<boolean> {
		const { heldBy } = found;
		const silence = this.#silence.look(clock, found.sign);
		if (heldBy === runner.id) {
			const isShown = this.#shownAt !== undefined && clock.elapsed() - this.#shownAt < SHOW_EVERY;
			if (isShown) return true;
		} else if (heldBy !== null && runner.isAlive(heldBy) && silence < GIVEN_UP_AFTER) {
			return false;
		}
		const isOurs = await store.leaseCursor(this.#name, found, runner.id);
		if (isOurs) this.#shownAt = clock.elapsed();
		return isOurs;
	}
}
