import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Faults } from './faults';

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
