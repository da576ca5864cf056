import { DatabaseSync } from 'node:sqlite';
import { migrate } from '../../../handover/stores/sqlite/migrations';
import { rowQuery } from '../../../handover/stores/sqlite/row-query';
import * as tables from '../../../handover/stores/sqlite/tables';

let database: DatabaseSync;
beforeEach(() => {
	database = new DatabaseSync(':memory:');
	migrate(database);
});
afterEach(() => database.close());

const { FROM_JOBS, ...named } = tables;
const FROM: Record<keyof typeof named, string> = {
	CONVERSATIONS: 'FROM conversations',
	MESSAGES: 'FROM messages',
	ADMISSIONS: 'FROM admissions',
	HANDOVERS: 'FROM handovers',
	ACTIONS: 'FROM actions',
	TASKS: 'FROM tasks',
	NOTIFICATIONS: 'FROM notifications',
	JOBS: FROM_JOBS,
	EVENTS: 'FROM events',
	STAFF: 'FROM staff',
};

test.each(Object.keys(FROM) as Array<keyof typeof FROM>)(
	'names each value of %s as its column is called',
	(name) => {
		const { columns, toRow } = named[name];
		const inOrder = database.prepare(`SELECT ${columns} ${FROM[name]}`).columns();
		const row = toRow(inOrder.map(({ name }) => name));
		expect(Object.keys(row)).toHaveLength(inOrder.length);
		for (const [column, value] of Object.entries(row)) expect(value).toBe(column);
	},
);

test('reads the same rows where Node cannot leave their values without names', () => {
	database.exec("INSERT INTO cursors VALUES ('one', 1), ('two', 2)");
	const table = {
		columns: 'seq, name',
		toRow: ([seq, name]: unknown[]) => ({ seq, name }),
	};
	const older = {
		prepare(sql: string) {
			const statement = database.prepare(sql);
			return {
				get: (...values: string[]) => statement.get(...values),
				all: (...values: string[]) => statement.all(...values),
			} as never;
		},
	};
	for (const by of [database, older]) {
		const byName = rowQuery(by, table, 'FROM cursors WHERE name = ?');
		expect({ ...byName.get('two') }).toEqual({ seq: 2, name: 'two' });
		expect(byName.get('three')).toBeUndefined();
		const all = rowQuery(by, table, 'FROM cursors ORDER BY seq').all();
		expect(all.map(({ name }) => name)).toEqual(['one', 'two']);
	}
});
