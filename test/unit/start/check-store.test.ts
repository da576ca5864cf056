import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkStore } from '../../../start/check-store';
import { freePort } from '../../../start/ports';
import { StartError } from '../../../start/start-error';

const PASSWORD = 's3cret';
let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'handover-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a builder reads; nothing when the store can be used. */
async function heard(store: string): Promise<string | undefined> {
	const error: unknown = await checkStore(store).catch((thrown: unknown) => thrown);
	if (error === undefined) return undefined;
	expect(error).toBeInstanceOf(StartError);
	return (error as StartError).message;
}

test('a store that can be used is not mentioned', async () => {
	expect(await heard(`sqlite:${join(folder, 'store.sqlite')}`)).toBeUndefined();
});

test('a database that nobody answers for', async () => {
	const message = await heard(`postgres://u:${PASSWORD}@127.0.0.1:${await freePort()}/x`);
	expect(message).toMatch(/^The store of --store cannot be used \(STORE_UNAVAILABLE\)\. /);
	expect(message).not.toContain(PASSWORD);
});

test('an address without a user', async () => {
	expect(await heard('postgres://127.0.0.1/x')).toMatch(/\(SETTINGS_INVALID\).*postgres:\/\/user/);
});

test('a file that is no database', async () => {
	const path = join(folder, 'list.txt');
	writeFileSync(path, 'bread, milk\n'.repeat(100));
	expect(await heard(`sqlite:${path}`)).toMatch(/\(STORE_NOT_A_DATABASE\)/);
});
