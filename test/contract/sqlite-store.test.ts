import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '../../handover/stores/sqlite/open-sqlite-store';
import { freshnessContract } from './freshness-contract';
import { storeContract } from './store-contract';

describe('the SQLite store', () => {
	const folder = mkdtempSync(join(tmpdir(), 'handover-store-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	let count = 0;
	const openNew = async () => {
		const path = join(folder, `${++count}.sqlite`);
		const open = () => openSqliteStore({ path });
		return { store: await open(), reopen: open };
	};
	storeContract(openNew);
	freshnessContract(openNew);

	test('brings a file of the first version further, with what is in it', async () => {
		const path = join(folder, 'first-version.sqlite');
		const before = await openSqliteStore({ path });
		await before.saveCursor('reader', 7);
		await before.close();
		const file = new DatabaseSync(path);
		file.exec('DROP TABLE spending; UPDATE schema_version SET version = 1');
		file.close();
		const store = await openSqliteStore({ path });
		expect(await store.spend('model', '2026-11-22', 1)).toBe(true);
		expect(await store.readCursor('reader')).toBe(7);
		await store.close();
	});
});
