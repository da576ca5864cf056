import { ModelFailure } from './model-failure';

/** Lets only so many calls of one model run at once. The others wait in the order in which they came. */
export class Slots {
	#taken = 0;
	readonly #waiting: Array<() => void> = [];

	/** @throws {ModelFailure} `busy` when the signal fires before a slot is free. */
	async run<T>(most: number, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
		await this.#take(most, signal);
		try {
			return await work();
		} finally {
			this.#free(most);
		}
	}

	async #take(most: number, signal: AbortSignal): Promise<void> {
		if (signal.aborted) throw new ModelFailure('busy');
		if (this.#taken < most) {
			this.#taken += 1;
			return;
		}
		await new Promise<void>((resolve, reject) => {
			const enter = () => {
				signal.removeEventListener('abort', leave);
				this.#taken += 1;
				resolve();
			};
			const leave = () => {
				this.#waiting.splice(this.#waiting.indexOf(enter), 1);
				reject(new ModelFailure('busy'));
			};
			this.#waiting.push(enter);
			signal.addEventListener('abort', leave, { once: true });
		});
	}

	#free(most: number): void {
		this.#taken -= 1;
		while (this.#taken < most && this.#waiting.length > 0) this.#waiting.shift()!();
	}
}
