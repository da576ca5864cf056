/**
 * Runs the tasks of one key one after the other, in the order in which they came; those of different
 * keys overlap. Node-RED hands every message over at once and keeps no order of its own.
 */
export class KeyedQueue {
	/** The last task of each key; a key leaves when its last task has let the next one in. */
	readonly #last = new Map<string, Promise<void>>();
	readonly #running = new Set<Promise<void>>();

	/**
	 * `task` must not reject: nobody is there to hear it. Where none of its key is before it, it begins at
	 * once. The next task of the key begins when it is done, or when it says so before by `letNextIn`.
	 */
	add(key: string, task: (letNextIn: () => void) => Promise<void>): void {
		const before = this.#last.get(key);
		const mine = before ? before.then(() => this.#begin(task)) : this.#begin(task);
		this.#last.set(key, mine);
		void mine.then(() => {
			if (this.#last.get(key) === mine) this.#last.delete(key);
		});
	}

	/** Resolves when the next task may begin. */
	#begin(task: (letNextIn: () => void) => Promise<void>): Promise<void> {
		return new Promise<void>((resolve) => {
			const running = task(resolve);
			this.#running.add(running);
			void running.then(() => {
				this.#running.delete(running);
				resolve();
			});
		});
	}

	/** Resolves when everything that is in the queue now is done. */
	async idle(): Promise<void> {
		await Promise.all(this.#last.values());
		await Promise.all(this.#running);
	}
}
