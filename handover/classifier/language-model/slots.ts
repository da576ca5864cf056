import { ModelFailure } from './model-failure';

/** Lets only so many calls of one model run at once. The others wait in the order in which they came. */
export class Slots {
	#taken = 0;
	readonly #waiting: Array<() => void> = [];

	/**
	 * @returns what gives the slot back, once.
	 * @throws {ModelFailure} `busy` when the signal fires before a slot is free.
	 */
	async take(most: number, signal: AbortSignal): Promise<() => void> {
		await this.#enter(most, signal);
		return () => this.#leave(most);
	}

	async #enter(most: number, signal: AbortSignal): Promise<void> {
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

	#leave(most: number): void {
		this.#taken -= 1;
		while (this.#taken < most && this.#waiting.length > 0) this.#waiting.shift()!();
	}
}
