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
 * Moves the store. The target is committed before the source refuses writes: a crash in between loses
 * nothing, and the next run says that the target is not empty.
 * @throws {HandoverError} `STORE_*`, {@link MoveError}: the source is as it was, and stays the one in use
 */
export async function moveStore({ from, to, dryRun, print }: Move): Promise<void> {
	const source = await SqliteSource.open(from, dryRun);
	let target: PostgresTarget | undefined;
	try {
		if (source.isSealed) {
			throw new MoveError('The SQLite store was moved before. See --reopen in the help.');
		}
		target = await PostgresTarget.open(to);
		const tables = source.tables();
		await target.claim(tables);
		for (const table of tables) await copy(source, target, table, print);
		for (const table of ['conversations', 'events'] as const)
			await target.continueAfter(table, source.lastNumber(table));
		for (const table of tables) await compare(source, target, table, print);
		if (dryRun) {
			await target.giveUp();
			source.giveUp();
			return print('The copy is right. It was a dry run: nothing was moved.');
		}
		// What this could meet, such as a full disk, is met before the target is committed.
		source.seal();
		await target.commit();
	} catch (error) {
		await target?.giveUp();
		source.giveUp();
		throw error;
	}
	commitSeal(source);
	print(
		'Moved. Choose Postgres in the n8n credential or the Node-RED store now; the SQLite file refuses writes and can be kept as a backup.',
	);
}

/** @throws {MoveError} */
function commitSeal(source: SqliteSource): void {
	try {
		source.commit();
	} catch (error) {
		source.giveUp();
		const reason = error instanceof Error ? error.message : String(error);
		throw new MoveError(
			`The copy in Postgres is complete, but the SQLite store could not be closed for writes (${reason}), so it stays the one in use. Mend that, choose an empty database or schema and try again.`,
		);
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
