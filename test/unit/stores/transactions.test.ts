import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Transactions } from '../../../handover/stores/sqlite/transactions';

const BUSY_TIMEOUT = 5_000;

let folder: string;
let database: DatabaseSync;
let writer: DatabaseSync;
let transactions: Transactions;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'handover-'));
	const path = join(folder, 'store.sqlite');
	database = new DatabaseSync(path);
	database.exec(`PRAGMA journal_mode = WAL; PRAGMA busy_timeout = ${BUSY_TIMEOUT}`);
	writer = new DatabaseSync(path);
	const nobody = { begun: () => undefined, undone: () => undefined };
	transactions = new Transactions(database, () => undefined, nobody);
});
afterEach(() => {
	writer.close();
	transactions.close();
	rmSync(folder, { recursive: true, force: true });
});

const patience = () => database.prepare('PRAGMA busy_timeout').get();

test('what waits for other writers less than usual leaves the others their time', () => {
	expect(transactions.writeWithin(7, () => patience())).toEqual({ timeout: 7 });
	expect(patience()).toEqual({ timeout: BUSY_TIMEOUT });
	writer.exec('BEGIN IMMEDIATE');
	const busy = expect.objectContaining({ code: 'STORE_BUSY' });
	expect(() => transactions.writeWithin(0, () => undefined)).toThrow(busy);
	expect(patience()).toEqual({ timeout: BUSY_TIMEOUT });
});
