export type Value = string | number | null;
export type Row = Record<string, unknown>;

/** SQL with `?` for its values, in order. `[LOCK]` stands where Postgres needs FOR UPDATE,
 * `[NOT DEAD]` for a job that each database's own index finds. */
export type Sql = [text: string, ...values: Value[]];

/** What somebody has who writes SQL by hand: one connection, prepared statements, transactions. */
export interface BareConnection {
	/**
	 * One transaction: reads, and then the writes that follow from them. On Postgres all reads go out
	 * together with the BEGIN and all writes with the COMMIT, so that it is as fast as it can be.
	 */
	transact(reads: Sql[], writes?: (first: Row | undefined, rows: Row[][]) => Sql[]): Promise<void>;
	close(): Promise<void>;
}

/** A database to fill and to measure. */
export interface BenchDatabase {
	name: 'SQLite' | 'Postgres';
	/** As `HANDOVER_STORE` names it. */
	address: string;
	/** Runs SQL of `fill-store.ts`, and brings statistics and caches up to date. */
	fill(statements: string[]): Promise<void>;
	/** Rows of one query, for what is looked up beside the measuring. */
	ask(sql: string): Promise<Row[]>;
	/** Where the bare transactions run that are measured beside the store's; undefined: where it is. */
	newTwin(): Promise<string>;
	/** Bytes and rows by table, indexes included. */
	sizes(): Promise<Array<{ table: string; rows: number; bytes: number }>>;
	dispose(): Promise<void>;
}

export const TABLES = [
	'conversations',
	'messages',
	'admissions',
	'handovers',
	'actions',
	'tasks',
	'notifications',
	'jobs',
	'events',
] as const;
