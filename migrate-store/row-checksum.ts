import { createHash } from 'node:crypto';
import type { Row } from '../handover/stores/rows';

/** Of all values of all rows in their order, whichever of the two databases they come from. */
export class RowChecksum {
	readonly #columns: string[];
	readonly #hash = createHash('sha256');
	rows = 0;

	constructor(columns: string[]) {
		this.#columns = columns;
	}

	add(row: Row): void {
		const values = this.#columns.map((name) => {
			const value = row[name];
			// SQLite keeps truth as a number.
			return typeof value === 'boolean' ? Number(value) : value;
		});
		this.#hash.update(`${JSON.stringify(values)}\n`);
		this.rows += 1;
	}

	sha256(): string {
		return this.#hash.digest('hex');
	}
}
