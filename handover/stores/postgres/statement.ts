/** SQL that each connection prepares once, by its name. */
export interface Statement {
	name: string;
	text: string;
}

export type Value = string | number | boolean | null | string[];

/** A statement with what goes into it. */
export interface Query {
	statement: Statement;
	values: Value[];
}

let count = 0;

/**
 * For a constant only: names are never given back. It names columns and never says `SELECT *`, which a
 * connection that has prepared it could not run any more once a newer version added a column.
 */
export function statement(text: string): Statement {
	return { name: `handover_${++count}`, text };
}

export function query(of: Statement, ...values: Value[]): Query {
	return { statement: of, values };
}

/** By a name that is its own, and so stands on the wire each time. */
export const COMMIT: Statement = { name: 'COMMIT', text: 'COMMIT' };
