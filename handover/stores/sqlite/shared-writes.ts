import type { Transactions } from './transactions';

interface Waiting {
	work: () => unknown;
	resolve: (result: unknown) => void;
	reject: (error: unknown) => void;
}

/**
 * Lets changes that come at the same time share a transaction, and with it the price of its COMMIT
 * (ADR 24). Where only one came while the event loop went round, the next one is carried out at once.
 * Where several did, they are gathered until it comes round again. Each is still done or not done by
 * itself: when one of them fails, all are undone, and then each has a transaction of its own. So a
 * work may be run twice, as the decisions of a store may.
 */
export class SharedWrites {
	readonly #transactions: Pick<Transactions, 'write'>;
	#waiting: Waiting[] = [];
	/** Since the loop came round. */
	#count = 0;
	#isCrowded = false;

	constructor(transactions: Pick<Transactions, 'write'>) {
		this.#transactions = transactions;
	}

	/** Resolves when it is committed. */
	async write<T>(work: () => T): Promise<T> {
		this.#count += 1;
		if (this.#count === 1) setImmediate(() => this.#comeRound());
		if (!this.#isCrowded) return this.#transactions.write(work);
		return await new Promise<T>((resolve, reject) => {
			this.#waiting.push({ work, resolve: resolve as Waiting['resolve'], reject });
		});
	}

	/** Does what is waiting now, and not later. */
	flush(): void {
		const waiting = this.#waiting;
		this.#waiting = [];
		if (waiting.length < 2) return this.#writeEach(waiting);
		let hasBegun = false;
		try {
			const results = this.#transactions.write(() => {
				hasBegun = true;
				return waiting.map(({ work }) => work());
			});
			waiting.forEach(({ resolve }, index) => resolve(results[index]));
		} catch (error) {
			if (hasBegun) this.#writeEach(waiting);
			// Another process has the file: each by itself would wait for it as long again.
			else for (const { reject } of waiting) reject(error);
		}
	}

	#comeRound(): void {
		this.#isCrowded = this.#count > 1;
		this.#count = 0;
		this.flush();
	}

	#writeEach(waiting: Waiting[]): void {
		for (const { work, resolve, reject } of waiting) {
			try {
				resolve(this.#transactions.write(work));
			} catch (error) {
				reject(error);
			}
		}
	}
}
