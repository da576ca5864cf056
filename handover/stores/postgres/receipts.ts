import type { Row } from '../rows';
import { query, statement, type Query } from './statement';

const WRITE = statement(`
	INSERT INTO receipts VALUES ($1, $2, now())
	ON CONFLICT (slot) DO UPDATE SET last = excluded.last, at = excluded.at`);
const LOOK_UP = statement('SELECT last FROM receipts WHERE slot = $1');

/** What a transaction leaves in the database, to be found by whoever did not hear of its commit. */
export interface Receipt {
	slot: string;
	written: Query;
	lookUp: Query;
	/** Whether it is in the rows that were looked up. */
	isIn(rows: Row[]): boolean;
}

/**
 * Transactions that run at the same time have a slot each, and those that use a slot one after the
 * other write over each other's receipt: so there are no more rows than there were transactions at
 * once.
 */
export class Receipts {
	readonly #id: string;
	readonly #free: string[] = [];
	#slots = 0;
	#count = 0;

	constructor(id: string) {
		this.#id = id;
	}

	take(): Receipt {
		const slot = this.#free.pop() ?? `${this.#id}/${++this.#slots}`;
		const number = ++this.#count;
		return {
			slot,
			written: query(WRITE, slot, number),
			lookUp: query(LOOK_UP, slot),
			isIn: ([row]) => row?.['last'] === number,
		};
	}

	giveBack({ slot }: Receipt): void {
		this.#free.push(slot);
	}
}
