import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Errand } from './run-errand';

const RUN_ERRAND = join(__dirname, 'run-errand.ts');

/** Runs errands side by side, in the order in which they come. */
export class Workers {
	readonly #waiting: Array<() => void> = [];
	#running = 0;

	constructor(private readonly most: number) {}

	async run<Answer>(errand: Errand): Promise<Answer> {
		while (this.#running >= this.most) {
			await new Promise<void>((resolve) => this.#waiting.push(resolve));
		}
		this.#running++;
		try {
			return await answerOf<Answer>(errand);
		} finally {
			this.#running--;
			this.#waiting.shift()?.();
		}
	}
}

function answerOf<Answer>(errand: Errand): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(RUN_ERRAND, { workerData: errand });
		worker.once('message', resolve);
		worker.once('error', reject);
		// After a message it changes nothing.
		worker.once('exit', (code) => reject(new Error(`A worker ended with ${code} and no answer.`)));
	});
}
