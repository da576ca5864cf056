import {
	copyFileSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newConversation } from '../../handover/conversation/conversation';
import { openSqliteStore } from '../../handover/stores/sqlite/open-sqlite-store';
import { SqliteStore } from '../../handover/stores/sqlite/sqlite-store';
import type { Store } from '../../handover/stores/store';
import { SmallDisk } from './small-disk';

const ref = { botId: 'b', conversationId: 'c' };
let folder: string;
let path: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'handover-faults-'));
	path = join(folder, 'store.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (store: Store, text: string) =>
	store.change(ref, {}, (snapshot) => ({
		result: undefined,
		writes: [
			{ type: 'conversation', conversation: snapshot.conversation ?? newConversation(ref, 0) },
			{
				type: 'message',
				message: {
					author: 'contact',
					text,
					at: 0,
					messageId: null,
					staffId: null,
					answersSeq: null,
				},
			},
		],
	}));
const lines = async (store: Store) => (await store.read(ref))?.transcript.length;

test('a file that is no database is refused, and left as it is', async () => {
	const notes = 'secret notes, not a database'.repeat(100);
	writeFileSync(path, notes);
	const opened = openSqliteStore({ path });
	await expect(opened).rejects.toMatchObject({ code: 'STORE_NOT_A_DATABASE' });
	await expect(opened).rejects.not.toMatchObject({ message: expect.stringContaining('secret') });
	expect(readFileSync(path, 'utf8')).toBe(notes);
});

test("another program's database is refused, and left as it is", async () => {
	const other = new DatabaseSync(path);
	other.exec('CREATE TABLE customers (name TEXT)');
	other.close();
	await expect(openSqliteStore({ path })).rejects.toMatchObject({ code: 'STORE_NOT_A_DATABASE' });
	const again = new DatabaseSync(path);
	expect(again.prepare('SELECT count(*) AS n FROM sqlite_schema').get()).toEqual({ n: 1 });
	again.close();
});

test('a folder in place of the file is refused', async () => {
	await expect(openSqliteStore({ path: folder })).rejects.toMatchObject({
		code: 'STORE_UNAVAILABLE',
	});
});

test('a newer schema is refused by an older package', async () => {
	await (await openSqliteStore({ path })).close();
	const newer = new DatabaseSync(path);
	newer.exec('UPDATE schema_version SET version = 99');
	newer.close();
	await expect(openSqliteStore({ path })).rejects.toMatchObject({ code: 'STORE_SCHEMA_NEWER' });
});

test('a store that may not be written says so, and changes nothing', async () => {
	const store = await openSqliteStore({ path });
	await write(store, 'first');
	await store.close();
	// Root may write to any file, so the rights alone would prove nothing here.
	const database = new DatabaseSync(path, { readOnly: true });
	const readOnly = new SqliteStore(database, () => undefined);
	await expect(write(readOnly, 'second')).rejects.toMatchObject({ code: 'STORE_READ_ONLY' });
	expect(await lines(readOnly)).toBe(1);
	await readOnly.close();
});

const onItsOwnDisk = SmallDisk.isPossible ? test : test.skip;

onItsOwnDisk.each(['closed', 'cut off'])(
	'a store on a read-only disk is refused after it was %s, and opened once it may be written',
	async (how) => {
		const disk = new SmallDisk();
		const file = join(disk.path, 'store.sqlite');
		const files = ['', '-wal', '-shm'].map((ending) => file + ending);
		try {
			const store = await openSqliteStore({ path: file });
			await write(store, 'first');
			if (how === 'cut off') for (const one of files) copyFileSync(one, `${one}.left`);
			await store.close();
			if (how === 'cut off') for (const one of files) renameSync(`${one}.left`, one);

			disk.makeReadOnly();
			await expect(openSqliteStore({ path: file })).rejects.toMatchObject({
				code: 'STORE_READ_ONLY',
			});
			disk.makeWritable();
			const again = await openSqliteStore({ path: file });
			await write(again, 'second');
			expect(await lines(again)).toBe(2);
			await again.close();
		} finally {
			disk.remove();
		}
	},
);

test('a full disk refuses the change whole, and takes it when there is room again', async () => {
	await (await openSqliteStore({ path })).close();
	const database = new DatabaseSync(path);
	const store = new SqliteStore(database, () => undefined);
	const { page_count: pages } = database.prepare('PRAGMA page_count').get() as {
		page_count: number;
	};
	database.exec(`PRAGMA max_page_count = ${pages + 2}`);
	await expect(write(store, 'x'.repeat(100_000))).rejects.toMatchObject({ code: 'STORE_FULL' });
	expect(await store.read(ref)).toBeUndefined();
	database.exec('PRAGMA max_page_count = 100000');
	await write(store, 'x'.repeat(100_000));
	expect(await lines(store)).toBe(1);
	await store.close();
});

test('a file that is deleted while running is noticed, and nothing is written into the void', async () => {
	const store = await openSqliteStore({ path });
	await write(store, 'first');
	renameSync(path, `${path}.away`);
	await expect(write(store, 'second')).rejects.toMatchObject({ code: 'STORE_DELETED' });
	renameSync(`${path}.away`, path);
	await write(store, 'second');
	expect(await lines(store)).toBe(2);
	await store.close();
});
