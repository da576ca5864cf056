import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { newStaffing } from '../../handover/conversation/handover';
import { MIGRATIONS } from '../../handover/stores/sqlite/migrations';
import { openSqliteStore } from '../../handover/stores/sqlite/open-sqlite-store';
import { Transactions } from '../../handover/stores/sqlite/transactions';
import { confirmContract } from './confirm-contract';
import { freshnessContract } from './freshness-contract';
import { jobsContract } from './jobs-contract';
import { leftTurnsContract } from './left-turns-contract';
import { notifyContract } from './notify-contract';
import { retentionContract } from './retention-contract';
import { runnersContract } from './runners-contract';
import { anEntry } from '../builders/staff';
import { conversation, message, NOON, ref } from './store-builders';
import { storeContract } from './store-contract';
import { tasksContract } from './tasks-contract';

/** After any clock that runs this test. */
const LATER = Date.parse('2100-01-01T00:00:00Z');

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
	retentionContract(openNew);
	confirmContract(openNew);
	freshnessContract(openNew);
	jobsContract(openNew);
	leftTurnsContract(openNew);
	notifyContract(openNew);
	runnersContract(openNew);
	tasksContract(openNew);

	test('lets a beat be, rather than wait with all its work for another process', async () => {
		const { store } = await openNew();
		const waits = jest.spyOn(Transactions.prototype, 'writeWithin');
		const writer = new DatabaseSync(join(folder, `${count}.sqlite`));
		writer.exec('BEGIN IMMEDIATE');
		await expect(store.beat('a', NOON)).rejects.toMatchObject({ code: 'STORE_BUSY' });
		await expect(store.leave('a')).rejects.toMatchObject({ code: 'STORE_BUSY' });
		// A small part of the time between two beats.
		for (const [milliseconds] of waits.mock.calls) expect(milliseconds).toBeLessThan(500);
		expect(waits).toHaveBeenCalledTimes(2);
		writer.close();
		waits.mockRestore();
		expect(await store.beat('a', NOON)).toEqual([]);
		await store.close();
	});

	test('takes in others while it prunes, and leaves no conversation out', async () => {
		const { store } = await openNew();
		const many = 1_200;
		for (let number = 0; number < many; number++) {
			const own = { ...ref, conversationId: `c${number}` };
			await store.change(own, {}, () => ({
				result: null,
				writes: [
					{ type: 'conversation', conversation: { ...conversation, ...own, keepFor: 1_000 } },
					message('old', NOON),
				],
			}));
		}
		let isPruned = false;
		const pruning = store
			.prune({ now: NOON + 5_000, admissionsBefore: 0, eventsBefore: 0 })
			.finally(() => (isPruned = true));
		await store.saveCursor('reader', 1);
		expect(isPruned).toBe(false);
		// Each conversation with its line.
		expect(await pruning).toBe(2 * many);
		await store.close();
	});

	test('erases a conversation after all that was to be changed in it before', async () => {
		const { store } = await openNew();
		const change = () =>
			store.change(ref, {}, () => ({
				result: null,
				writes: [{ type: 'conversation', conversation }, message('old', NOON)],
			}));
		// From then on, what comes together waits for each other.
		await Promise.all([change(), change()]);
		await new Promise((resolve) => setImmediate(resolve));
		const [, , erased] = await Promise.all([change(), change(), store.erase(ref)]);
		expect(erased).toBe(true);
		expect(await store.read(ref)).toBeUndefined();
		await store.close();
	});

	test('brings a file of the first version further, with what is in it', async () => {
		const path = join(folder, 'first-version.sqlite');
		const file = new DatabaseSync(path);
		file.exec(`${MIGRATIONS[0]}
			CREATE TABLE schema_version (version INTEGER NOT NULL) STRICT;
			INSERT INTO schema_version VALUES (1);
			INSERT INTO cursors VALUES ('reader', 7);
			INSERT INTO staff VALUES ('ana', 'Ana', 'ana@example.com', 1, 0, 5), ('ben', 'Ben', NULL, 0, 1, 4);
			INSERT INTO conversations VALUES (1, 'b', 'c', 'human', 2, 'h1', 'ana', 1, 9, NULL, '{}', '[]',
				'{}', 1000, 0, 1, 1);
			INSERT INTO tasks VALUES ('past', 1, 'h1', 'Call', 1, NULL, 'open', 1),
				('done', 1, 'h1', 'Call', ${LATER}, NULL, 'done', 1),
				('open', 1, 'h1', 'Call', ${LATER}, 'ana', 'open', 1);
			INSERT INTO messages VALUES (1, 1, 'bot', 'hi', 1, NULL, NULL);
			INSERT INTO handovers VALUES ('h1', 1, 1, 'contactRequest', 0.9, '[]', NULL, 1, NULL, 'r')`);
		file.close();
		const store = await openSqliteStore({ path });
		expect(await store.spend('model', '2026-11-22', 1)).toBe(true);
		expect(await store.readCursor('reader')).toEqual({ seq: 7, heldBy: null, sign: 0 });
		expect(await store.listStaff()).toEqual([
			anEntry('ana', {
				name: 'Ana',
				email: 'ana@example.com',
				notifyTaskAssigned: false,
				lastAssigned: 5,
				openConversations: 1,
			}),
			anEntry('ben', { name: 'Ben', notifyConversationAssigned: false, lastAssigned: 4 }),
		]);
		const read = await store.read(ref);
		expect(read).toMatchObject({
			// Its human's time is news to the bot.
			conversation: {
				...{ owner: 'human', openTurns: [], burst: null, missed: { fromSeq: 1 } },
				saidAgain: [],
			},
			handover: { id: 'h1', staffing: newStaffing() },
			transcript: [{ seq: 1, text: 'hi', answersSeq: null }],
			tasks: ['open', 'done', 'open'].map((status) => ({
				status,
				completedAt: null,
				completedBy: null,
			})),
			jobs: [
				{ id: 'endPause/h1', kind: 'endPause', handoverId: 'h1', dueAt: 9 },
				// What was due before there were timers is no news.
				{ id: 'taskDue/open', kind: 'taskDue', dueAt: LATER, payload: { taskId: 'open' } },
			],
		});
		await store.close();
	});
});
