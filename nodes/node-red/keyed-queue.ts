/**
 * Runs the tasks of one key one after the other, in the order in which they came; those of different
 * keys overlap. Node-RED hands every message over at once and keeps no order of its own.
 */
export class KeyedQueue {
	/** The last task of each key; a key leaves when its last task is done. */
	readonly #last = new Map<string, Promise<void>>();

	/** `task` must not reject: nobody is there to hear it. */
	add(key: string, task: () => Promise<void>): void {
		const before = this.#last.get(key);
		const mine = before ? before.then(task) : task();
		this.#last.set(key, mine);
		void mine.then(() => {
			if (this.#last.get(key) === mine) this.#last.delete(key);
		});
	}

	/** Resolves when everything that is in the queue now is done. */
	async idle(): Promise<void> {
		await Promise.all(this.#last.values());
	}
}
