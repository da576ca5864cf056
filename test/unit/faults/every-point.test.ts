import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DEFAULT_CLOSING_MESSAGE } from '../../../handover/actions/send-closing-message';
import { saveStaff } from '../../../handover/operations/configure';
import { openSqliteStore } from '../../../handover/stores/sqlite/open-sqlite-store';
import { SqliteStore } from '../../../handover/stores/sqlite/sqlite-store';
import { faultsOf, handOver, through, type Place } from '../../builders/every-point';
import { FAULTS } from '../../builders/faults';
import { faultyDatabase } from '../../builders/faulty-database';
import { openTestServices } from '../../builders/services';

const folder = mkdtempSync(join(tmpdir(), 'handover-every-point-'));
const empty = join(folder, 'empty.sqlite');
const opened: DatabaseSync[] = [];
let path: string;
let cases = 0;
const place: Place = {
	async begin() {
		// A case that fails leaves its file open.
		path = join(folder, `${++cases}.sqlite`);
		copyFileSync(empty, path);
	},
	async open(faults) {
		const raw = new DatabaseSync(path);
		opened.push(raw);
		raw.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON');
		return new SqliteStore(faultyDatabase(raw, faults), () => undefined);
	},
	async end() {
		for (const raw of opened.splice(0)) if (raw.isOpen) raw.close();
	},
};
beforeAll(async () => {
	const store = await openSqliteStore({ path: empty });
	await saveStaff(await openTestServices({ store }), [{ name: 'Ana' }, { name: 'Ben' }]);
	await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('without a fault everything happens once, and the contact reads every answer', async () => {
	const ended = await handOver(place);
	expect(faultsOf(ended)).toEqual([]);
	expect(ended.replies).toEqual(['About m1.', 'About m2.', DEFAULT_CLOSING_MESSAGE]);
	expect(ended.received).toHaveLength(2);
	// Each statement of the store and each call to the outside.
	expect(ended.points).toBeGreaterThan(150);
});

test.each(FAULTS)(
	'whichever statement or call %s, a retry completes the handover, once',
	async (fault) => {
		const { points } = await handOver(place);
		const all = Array.from({ length: points }, (_, index) => index + 1);
		expect(await through(place, fault, all)).toEqual({});
	},
	300_000,
);
