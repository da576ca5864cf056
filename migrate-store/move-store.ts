import { MoveError } from './move-error';
import { PostgresTarget } from './postgres-target';
import { RowChecksum } from './row-checksum';
import { SqliteSource, type Table } from './sqlite-source';

export { MoveError };

export interface Move {
	from: string;
	to: string;
	dryRun: boolean;
	print: (line: string) => void;
}

/**
 * Moves the store, or leaves both as they were. The target is committed before the source is sealed: a
 * crash in between loses nothing, and the next run says that the target is not empty.
 * @throws {HandoverError} `STORE_*`, {@link MoveError}
 */
export async function moveStore({ from, to, dryRun, print }: Move): Promise<void> {
	const source = await SqliteSource.open(from);
	let target: PostgresTarget | undefined;
	try {
		if (source.isSealed) {
			throw new MoveError('The SQLite store was moved before. See --reopen in the help.');
		}
		target = await PostgresTarget.open(to);
		const tables = source.tables();
		await target.claim(tables);
		for (const table of tables) await copy(source, target, table, print);
		await target.continueNumbers();
		for (const table of tables) await compare(source, target, table, print);
		if (dryRun) {
			await target.giveUp();
			source.giveUp();
			return print('The copy is right. It was a dry run: both stores are as they were.');
		}
		await target.commit();
		source.seal();
		source.commit();
		print(
			'Moved. Choose Postgres in the n8n credential or the Node-RED store now; the SQLite file refuses writes and can be kept as a backup.',
		);
	} catch (error) {
		await target?.giveUp();
		source.giveUp();
		throw error;
	}
}

async function copy(
	source: SqliteSource,
	target: PostgresTarget,
	table: Table,
	print: (line: string) => void,
): Promise<void> {
	const all = source.count(table);
	let done = 0;
	let told = 0;
	await target.insert(table, source.rows(table, table.order), (rows) => {
		done += rows;
		if (done < all && done - told < all / 10) return;
		if (done !== told || all === 0) print(`${table.name}: ${done} of ${all} rows copied`);
		told = done;
	});
}

async function compare(
	source: SqliteSource,
	target: PostgresTarget,
	table: Table,
	print: (line: string) => void,
): Promise<void> {
	const before = new RowChecksum(table.columns);
	for (const row of source.rows(table, table.key.join(', '))) before.add(row);
	const after = new RowChecksum(table.columns);
	await target.eachRow(table, (row) => after.add(row));
	const sha256 = after.sha256();
	if (before.rows !== after.rows || before.sha256() !== sha256) {
		throw new MoveError(`${table.name} did not arrive as it was. Please report it.`);
	}
	print(`${table.name}: ${after.rows} rows, sha256 ${sha256.slice(0, 16)} on both sides`);
}
