import { createHash } from 'node:crypto';
import type { Row } from '../handover/stores/rows';

export interface Checksum {
	rows: number;
	sha256: string;
}

/** Of all values of all rows in their order, whichever of the two databases they come from. */
export async function checksumOf(
	columns: string[],
	rows: Iterable<Row> | AsyncIterable<Row>,
): Promise<Checksum> {
	const hash = createHash('sha256');
	let count = 0;
	for await (const row of rows) {
		const values = columns.map((name) => {
			const value = row[name];
			// SQLite keeps truth as a number.
			return typeof value === 'boolean' ? Number(value) : value;
		});
		hash.update(`${JSON.stringify(values)}\n`);
		count += 1;
	}
	return { rows: count, sha256: hash.digest('hex') };
}
