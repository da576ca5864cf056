import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { DeliveryError } from '../../handover/jobs/delivery-error';
import type { Send } from '../../handover/jobs/send';

/** What may go wrong at one point. The last is for calls to the outside. */
export const FAULTS = ['fails', 'fails when it is done', 'dies before', 'dies after'] as const;
export type Fault = (typeof FAULTS)[number] | 'happens twice';

/** The process is gone: nothing that it still tries has an effect. */
export class Killed extends Error {}

/**
 * Counts the points at which something can go wrong, statements of the store and calls to the outside,
 * and lets it go wrong at one of them.
 */
export class Faults {
	points = 0;
	isDead = false;
	/** What a killed process leaves open, its operating system closes. */
	onDeath: () => void = () => undefined;

	constructor(
		private readonly at: number,
		private readonly fault: Fault,
	) {}

	statement<T>(work: () => T): T {
		this.#assertAlive();
		if (++this.points !== this.at) return work();
		if (this.fault === 'dies before') this.#die();
		if (this.fault === 'fails') throw busy();
		const result = work();
		if (this.fault === 'dies after') this.#die();
		if (this.fault === 'fails when it is done') throw busy();
		return result;
	}

	async call<T>(work: () => Promise<T>): Promise<T> {
		this.#assertAlive();
		if (++this.points !== this.at) return await work();
		if (this.fault === 'dies before') this.#die();
		if (this.fault === 'fails') throw timeout();
		if (this.fault === 'happens twice') await work();
		const result = await work();
		if (this.fault === 'dies after') this.#die();
		if (this.fault === 'fails when it is done') throw timeout();
		return result;
	}

	#die(): never {
		this.isDead = true;
		this.onDeath();
		throw new Killed();
	}

	#assertAlive(): void {
		if (this.isDead) throw new Killed();
	}
}

/** As SQLite says that somebody else has the lock; 5 is `SQLITE_BUSY`. */
function busy(): Error {
	return Object.assign(new Error('on purpose'), { errcode: 5 });
}

function timeout(): Error {
	return new DeliveryError('TIMEOUT', 'on purpose');
}

/** A database each statement of which is a point. */
export function faultyDatabase(database: DatabaseSync, faults: Faults): DatabaseSync {
	faults.onDeath = () => database.close();
	return guard(database, {
		prepare: (sql: string) => faultyStatement(database.prepare(sql), faults),
		exec: (sql: string) => faults.statement(() => database.exec(sql)),
	});
}

function faultyStatement(statement: StatementSync, faults: Faults): StatementSync {
	const run =
		(name: 'run' | 'get' | 'all') =>
		(...values: never[]) =>
			faults.statement(() => statement[name](...values));
	return guard(statement, { run: run('run'), get: run('get'), all: run('all') });
}

/** The target with some of its methods exchanged. */
function guard<Target extends object>(target: Target, methods: object): Target {
	return new Proxy(target, {
		get(own, name) {
			if (name in methods) return methods[name as keyof typeof methods];
			const value: unknown = Reflect.get(own, name);
			return typeof value === 'function' ? (value.bind(own) as unknown) : value;
		},
	});
}

export function faultySend(send: Send, faults: Faults): Send {
	return async (request) => await faults.call(() => send(request));
}
