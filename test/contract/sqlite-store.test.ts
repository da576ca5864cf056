import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../handover/stores/sqlite/open-sqlite-store';
import { storeContract } from './store-contract';

describe('the SQLite store', () => {
	const folder = mkdtempSync(join(tmpdir(), 'handover-store-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	let count = 0;
	storeContract(async () => {
		const path = join(folder, `${++count}.sqlite`);
		const open = () => openSqliteStore({ path });
		return { store: await open(), reopen: open };
	});
});
