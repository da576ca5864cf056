import type { Store } from '../stores/store';

/** Rings when the store that a reader of events looks into tells of new ones. */
export class EventBell {
	readonly #ring: () => void;
	#store: Store | undefined;
	#silence: (() => void) | undefined;
	#stopped = false;

	constructor(ring: () => void) {
		this.#ring = ring;
	}

	/** To be called with each look: after an error it may be another store. */
	listenTo(store: Store): void {
		if (this.#stopped || this.#store === store) return;
		this.#silence?.();
		this.#store = store;
		this.#silence = store.onEvents(this.#ring);
	}

	/** For good, also for a look that is still under way. */
	stop(): void {
		this.#stopped = true;
		this.#silence?.();
	}
}
