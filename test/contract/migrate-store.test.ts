import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { newConversation, type Conversation } from '../../handover/conversation/conversation';
import { DEFAULT_SCENARIOS } from '../../handover/scenarios/default-scenarios';
import { openPostgresStore } from '../../handover/stores/postgres/open-postgres-store';
import { openSqliteStore } from '../../handover/stores/sqlite/open-sqlite-store';
import type { Store, Write } from '../../handover/stores/store';
import { moveStore } from '../../migrate-store/move-store';
import { startProxy, type CuttingProxy } from '../servers/cutting-proxy';
import { describeWithPostgres } from '../servers/describe-with-postgres';
import { startPostgres, type PostgresServer } from '../servers/postgres';
import { aJob } from './jobs-contract';
import { aHandover, event, message, NOON, reply } from './store-builders';
import { aMember } from '../builders/staff';

const PROJECT = resolve(__dirname, '../..');
const CONVERSATIONS = 1_200;
const refOf = (index: number) => ({ botId: 'b', conversationId: `ç-${index} 👋` });
const STAFF = ['Zoë', 'Ana'].map((name) => aMember(name, { notifyTaskAssigned: false }));
const CHANNEL = { id: 'node', url: 'https://example.com/ü', secret: 'whsec_kept', savedAt: NOON };

/** Whatever a row can hold is in one or another of them. */
function aConversation(index: number): Conversation {
	const burst = { fromSeq: 1, lastSeq: 2, since: NOON, fragments: 2, length: 9 };
	return {
		...newConversation(refOf(index), NOON),
		tags: ['a "quoted" \\ one', 'ü'],
		pause: index % 3 ? { until: null } : null,
		openTurns: index % 2 ? [] : [{ seq: 2, fromSeq: 1, runner: 'r', at: NOON, taken: true }],
		burst: index % 2 ? burst : null,
		missed: index % 3 ? null : { fromSeq: 1, toSeq: null, told: 0 },
		saidAgain: index % 3 ? [] : [{ seq: 1, at: NOON }],
	};
}

function aTaskOf(index: number): Write[] {
	const given = { handoverId: `h${index}`, id: `t${index}` };
	const task = { ...given, description: 'call ☎', dueAt: NOON, assignee: 'Ana', createdAt: NOON };
	const notification = { ...given, staffId: 'Ana', channel: 'webhook', at: NOON };
	return [
		{ type: 'task', task },
		{ type: 'taskDone', taskId: task.id, at: NOON, staffId: index % 2 ? 'Ana' : null },
		{ type: 'notification', notification: { ...notification, reason: 'deliveryFailed' } },
	];
}

describeWithPostgres('migrate-store', () => {
	let server: PostgresServer;
	let folder: string;
	let path: string;
	let url: string;
	let source: Store;
	const stores: Store[] = [];
	const openTarget = async () => {
		const store = await openPostgresStore({ url }, randomUUID);
		stores.push(store);
		return store;
	};
	const move = (more: { dryRun?: boolean } = {}) =>
		moveStore({ from: path, to: url, dryRun: false, print: () => undefined, ...more });
	const run = (...args: string[]): Promise<{ code: number; output: string }> =>
		new Promise((ended) => {
			const command = ['--import', 'tsx', 'migrate-store/cli.ts', ...args];
			execFile(process.execPath, command, { cwd: PROJECT }, (error, stdout, stderr) =>
				ended({ code: Number(error?.code ?? 0), output: stdout + stderr }),
			);
		});

	beforeAll(async () => {
		server = await startPostgres();
	});
	beforeEach(async () => {
		folder = mkdtempSync(join(tmpdir(), 'handover-move-'));
		path = join(folder, 'store.sqlite');
		url = await server.newDatabase();
		source = await openSqliteStore({ path });
		stores.push(source);
	});
	afterEach(async () => {
		await Promise.all(stores.splice(0).map((store) => store.close()));
		rmSync(folder, { recursive: true, force: true });
	});
	afterAll(async () => await server?.dispose());

	async function fill(count: number): Promise<void> {
		await source.saveStaff(STAFF);
		await source.saveChannel(CHANNEL);
		const settings = { scenarios: [...DEFAULT_SCENARIOS], savedBy: 'f', savedAt: NOON };
		await source.saveBotSettings({ botId: 'b', ...settings, replace: false });
		await source.spend('model', '2026-11-22', 5);
		for (let index = 0; index < count; index++) {
			const own = refOf(index);
			const admission = {
				messageId: 'm',
				seq: 1,
				runner: 'r',
				epoch: 0,
				settled: index % 2 === 0,
				at: NOON,
			};
			await source.change(own, { staff: 'toAssign' }, () => ({
				result: undefined,
				writes: [
					{
						type: 'conversation',
						conversation: aConversation(index),
					},
					message(`text ${index} "with" \\n ünd\n👋`),
					reply(`to text ${index}`, 1),
					{ type: 'admission', admission },
					{
						type: 'handover',
						handover: aHandover({ id: `h${index}`, probability: 1 / 3 + index }),
					},
					{ type: 'job', job: aJob({ id: `j${index}`, dead: index % 2 === 1 }) },
					...aTaskOf(index),
					{ type: 'assigned', staffId: STAFF[index % 2]!.id },
					event('handover.requested'),
				],
			}));
		}
		const kinds = [aJob().kind];
		const wanted = { now: NOON, leaseBy: 'worker', leaseFor: 30_000, kinds, limit: 1 };
		expect(await source.leaseJobs(wanted)).toHaveLength(1);
		await source.saveCursor('reader', count - 1);
	}

	test('moves everything, and the store goes on where it was', async () => {
		await fill(CONVERSATIONS);
		await move();
		const target = await openTarget();
		for (const index of [0, 1, 777, CONVERSATIONS - 1]) {
			expect(await target.read(refOf(index))).toEqual(await source.read(refOf(index)));
		}
		expect(await target.listStaff()).toEqual(await source.listStaff());
		expect(await target.readChannel('node')).toEqual(CHANNEL);
		expect(await target.findDeadJobs(2_000)).toEqual(await source.findDeadJobs(2_000));
		expect(await target.readBotSettings('b')).toEqual(await source.readBotSettings('b'));
		expect(await target.readEvents(0, 5_000)).toEqual(await source.readEvents(0, 5_000));
		const seq = (await target.readCursor('reader')).seq!;
		const own = { botId: 'b', conversationId: 'new' };
		await target.change(own, {}, () => ({
			result: undefined,
			writes: [
				{ type: 'conversation', conversation: newConversation(own, NOON) },
				event('bot.resumed'),
			],
		}));
		const events = await target.readEvents(seq, 10);
		expect(events.map(({ type }) => type)).toEqual(['handover.requested', 'bot.resumed']);
		expect(await target.spend('model', '2026-11-22', 1)).toBe(false);
	}, 120_000);

	test('takes staff over as an older process has left them, and lets them be saved again', async () => {
		await fill(1);
		const database = new DatabaseSync(path);
		database.exec("UPDATE staff SET name = 'Zoe', notify_task_assigned = 1 WHERE id = 'Zoë'");
		database.close();
		await move();
		const target = await openTarget();
		const zoe = async () => (await target.listStaff()).find(({ id }) => id === 'Zoë');
		expect(await zoe()).toMatchObject({ name: 'Zoe', notifyTaskAssigned: true });
		await target.saveStaff(STAFF);
		expect(await zoe()).toMatchObject({ name: 'Zoë', notifyTaskAssigned: false });
	});

	test('leaves a source that refuses writes to those who have it open, until it is reopened', async () => {
		await fill(2);
		await move();
		const write = () => source.saveCursor('reader', 50);
		await expect(write()).rejects.toMatchObject({ code: 'STORE_MOVED' });
		expect(await source.read(refOf(0))).toBeDefined();
		await expect(move()).rejects.toThrow('was moved before');
		expect(await run('--reopen', '--from', `sqlite:${path}`)).toMatchObject({ code: 0 });
		await write();
	});

	test('loses nothing that is written while it runs', async () => {
		await fill(300);
		const written: string[] = [];
		let going = true;
		const writer = async () => {
			for (let index = 0; going; index++) {
				const own = { botId: 'live', conversationId: `c${index}` };
				try {
					await source.change(own, {}, () => ({
						result: undefined,
						writes: [{ type: 'conversation', conversation: newConversation(own, NOON) }],
					}));
					written.push(own.conversationId);
				} catch (error) {
					expect((error as { code: string }).code).toBe('STORE_MOVED');
				}
				await new Promise((resolve) => setTimeout(resolve, 2));
			}
		};
		const writing = writer();
		const { code, output } = await run('--from', `sqlite:${path}`, '--to', url);
		going = false;
		await writing;
		expect({ code, output }).toMatchObject({ code: 0 });
		const rows = await server.query(
			url,
			"SELECT conversation_id FROM human_handover.conversations WHERE bot_id = 'live'",
		);
		expect(rows.map((row) => row['conversation_id']).sort()).toEqual(written.sort());
		expect(written.length).toBeGreaterThan(0);
		expect(output).toMatch(/conversations: \d+ of \d+ rows copied/);
		expect(output).toMatch(/messages: 600 rows, sha256 [0-9a-f]{16} on both sides/);
		expect(output).toMatch(/channels: 1 rows, sha256/);
		expect(output).not.toMatch(/secret|whsec_/);
	}, 60_000);

	test('refuses a target that is not empty, and changes neither', async () => {
		await fill(3);
		const target = await openTarget();
		await target.saveCursor('somebody', 1);
		const refused = await run('--from', `sqlite:${path}`, '--to', url);
		expect(refused).toMatchObject({
			code: 1,
			output: expect.stringMatching(/Not moved: .*not empty/),
		});
		expect(await target.read(refOf(0))).toBeUndefined();
		await source.saveCursor('reader', 50);
	});

	test('a dry run changes neither', async () => {
		await fill(3);
		await move({ dryRun: true });
		await source.saveCursor('reader', 50);
		expect(await (await openTarget()).read(refOf(0))).toBeUndefined();
		await move();
	});

	test('a dry run does not bring an older store to this version', async () => {
		await fill(1);
		const database = new DatabaseSync(path);
		database.exec('UPDATE schema_version SET version = version - 1');
		const readVersion = () => database.prepare('SELECT version FROM schema_version').get();
		const older = readVersion();
		const refused = await run('--dry-run', '--from', `sqlite:${path}`, '--to', url);
		expect(refused).toEqual({ code: 1, output: expect.stringMatching(/Not moved: .*dry run/) });
		expect(readVersion()).toEqual(older);
		database.close();
	});

	test('readers of events go on where they were, though the newest events were erased', async () => {
		await fill(2);
		const last = await source.lastEventSeq();
		await source.saveCursor('reader', last);
		await source.erase(refOf(1));
		await move();
		const target = await openTarget();
		const own = { botId: 'b', conversationId: 'new' };
		await target.change(own, {}, () => ({
			result: undefined,
			writes: [
				{ type: 'conversation', conversation: newConversation(own, NOON) },
				event('bot.resumed'),
			],
		}));
		const { seq } = await target.readCursor('reader');
		expect(await target.readEvents(seq!, 10)).toMatchObject([{ type: 'bot.resumed' }]);
	});

	describe('when Postgres goes away while it commits', () => {
		let proxy: CuttingProxy;
		let direct: string;

		beforeEach(async () => {
			await fill(2);
			// So that the next COMMIT is the move's.
			await openTarget();
			proxy = await startProxy(server.port);
			direct = url;
			url = url.replace(`:${server.port}/`, `:${proxy.port}/`);
		});
		afterEach(async () => await proxy.close());

		test('asks it when it is back: it was committed', async () => {
			proxy.cutAfterCommit({ times: 1, awayFor: 1_000 });
			await move();
			expect(proxy.cutOff()).toBe(1);
			await expect(source.saveCursor('reader', 50)).rejects.toMatchObject({ code: 'STORE_MOVED' });
			url = direct;
			expect(await (await openTarget()).read(refOf(1))).toEqual(await source.read(refOf(1)));
		});

		test('asks it when it is back: it was not, and both are as they were', async () => {
			proxy.cutBeforeCommit({ times: 1, awayFor: 1_000 });
			await expect(move()).rejects.toThrow();
			expect(proxy.cutOff()).toBe(1);
			await source.saveCursor('reader', 50);
			url = direct;
			await move();
		});
	});

	test.each<[string[], number, RegExp]>([
		[[], 2, /--from is sqlite:PATH/],
		[['--from', 'sqlite:/x'], 2, /--to is postgres/],
		[['--frm', 'x'], 2, /There are --from/],
		[['--help'], 0, /Moves all conversations/],
		[['--from', 'sqlite:/nowhere/x', '--to', 'postgres://u@h/d'], 1, /There is no file/],
	])('%j ends with %i', async (args, code, text) => {
		expect(await run(...args)).toEqual({ code, output: expect.stringMatching(text) });
	});
});
