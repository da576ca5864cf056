import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { Row } from '../rows';

/** The columns of a table that we read. */
export interface Table {
	/** As they stand behind `SELECT`. */
	columns: string;
	/** Gives the values of a row, which come in the order of `columns`, their names. */
	toRow(values: SQLOutputValue[]): Row;
}

export interface RowQuery {
	get(...values: SQLInputValue[]): Row | undefined;
	all(...values: SQLInputValue[]): Row[];
}

/**
 * A query for rows of a table; `from` is the rest of it. `node:sqlite` takes a third of the time of a
 * row to name its values, so we have it leave that, where it can.
 */
export function rowQuery(
	database: Pick<DatabaseSync, 'prepare'>,
	{ columns, toRow }: Table,
	from: string,
): RowQuery {
	const statement = database.prepare(`SELECT ${columns} ${from}`);
	// Node before 22.16 always names them.
	if (!('setReturnArrays' in statement)) return statement;
	statement.setReturnArrays(true);
	const read = statement as unknown as {
		get(...values: SQLInputValue[]): SQLOutputValue[] | undefined;
		all(...values: SQLInputValue[]): SQLOutputValue[][];
	};
	return {
		get(...values) {
			const found = read.get(...values);
			return found && toRow(found);
		},
		all: (...values) => read.all(...values).map(toRow),
	};
}
