import type { Row } from '../rows';
import type { Connections, Planned } from './connections';
import { toStoreError } from './database-failure';
import type { Session } from './session';
import { query, type Query, type Statement, type Value } from './statement';

/** Transactions as the store's parts use them: what goes wrong is thrown as a {@link HandoverError}. */
export class Transactions {
	readonly #connections: Connections;

	constructor(connections: Connections) {
		this.#connections = connections;
	}

	/** See {@link Connections.write}. */
	async write<T>(lock: string | null, plan: (session: Session) => Promise<Planned<T>>): Promise<T> {
		return await this.#connections.write(lock, plan).catch(refuse);
	}

	/** See {@link Connections.read}. */
	async read<T>(work: (session: Session) => Promise<T>): Promise<T> {
		return await this.#connections.read(work).catch(refuse);
	}

	/** See {@link Connections.writeAgain}. */
	async writeAgain<T>(work: (session: Session, isAgain: boolean) => Promise<T>): Promise<T> {
		return await this.#connections.writeAgain(work).catch(refuse);
	}

	/** See {@link Connections.look}. */
	async look(one: Query): Promise<Row[]> {
		return await this.#connections.look(one).catch(refuse);
	}

	/** The rows of one statement that reads. */
	async rows(statement: Statement, ...values: Value[]): Promise<Row[]> {
		return await this.read((session) => session.run(query(statement, ...values)));
	}

	/** One statement that writes, and how many rows it wrote. */
	async run(statement: Statement, ...values: Value[]): Promise<number> {
		return await this.write(null, async (session) => ({
			result: await session.count(query(statement, ...values)),
			writes: [],
			hasWritten: true,
		}));
	}

	/** Takes the lock of this name within the transaction that runs, until its end. */
	lock(name: string): Query {
		return this.#connections.lock(name);
	}

	async close(): Promise<void> {
		await this.#connections.close();
	}
}

function refuse(error: unknown): never {
	throw toStoreError(error);
}
