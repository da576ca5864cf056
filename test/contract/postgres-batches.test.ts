import { randomUUID } from 'node:crypto';
import { newConversation } from '../../handover/conversation/conversation';
import { openPostgresStore } from '../../handover/stores/postgres/open-postgres-store';
import type { Store, Write } from '../../handover/stores/store';
import { startCountingProxy, type CountingProxy } from '../servers/counting-proxy';
import { describeWithPostgres } from '../servers/describe-with-postgres';
import { startPostgres, type PostgresServer } from '../servers/postgres';
import { aJob } from './jobs-contract';
import { aTask, event, message, NOON, ref } from './store-builders';

describeWithPostgres('what goes to Postgres together', () => {
	let server: PostgresServer;
	let proxy: CountingProxy;
	let url: string;
	let store: Store;
	const conversation = newConversation(ref, NOON);
	const write = (...writes: Write[]) =>
		store.change(ref, {}, () => ({ result: undefined, writes }));
	const assign = (staffId: string) =>
		store.change(ref, { staff: 'toAssign' }, () => ({
			result: undefined,
			writes: [{ type: 'assigned', staffId }],
		}));

	beforeAll(async () => {
		server = await startPostgres();
		proxy = await startCountingProxy(server.port);
	});
	beforeEach(async () => {
		url = await server.newDatabase();
		const through = url.replace(String(server.port), String(proxy.port));
		store = await openPostgresStore({ url: through, schema: 'store', connections: 1 }, randomUUID);
		await write({ type: 'conversation', conversation });
		proxy.count();
	});
	afterEach(async () => await store.close());
	afterAll(async () => {
		await proxy?.close();
		await server?.dispose();
	});

	test.each<[string, number, () => Promise<unknown>]>([
		['a change with all its lines and events', 2, () => write(message('a'), event('bot.paused'))],
		['a change that writes nothing', 2, () => write()],
		['a change that assigns somebody', 2, () => assign('Ana')],
		['a look', 1, () => store.snapshot(ref, { transcript: 8, settings: true })],
		['a look at more', 1, () => store.snapshot(ref, { staff: true, openTasks: true })],
		['all of a conversation', 1, () => store.read(ref)],
	])('waits for the server as rarely as can be: %s', async (_what, roundTrips, work) => {
		for (const _again of ['prepares its statements', 'has them']) {
			await work();
			expect(proxy.count()).toBe(roundTrips);
		}
	});

	test('looks that come together share a round trip', async () => {
		const others = Array.from({ length: 5 }, (_, index) => ({
			...ref,
			conversationId: `${index}`,
		}));
		const seen = await Promise.all(
			[ref, ...others].map((one, index) => store.snapshot(one, { transcript: 1 + (index % 2) })),
		);
		expect(seen.map((one) => one.conversation?.conversationId)).toEqual([
			ref.conversationId,
			...others.map(() => undefined),
		]);
		expect(proxy.count()).toBe(1);
	});

	test('a look that fails is not the failure of those that came with it', async () => {
		const [failing, other] = await Promise.allSettled([
			store.snapshot({ ...ref, conversationId: 'a\0b' }, {}),
			store.snapshot(ref, {}),
		]);
		expect(failing).toMatchObject({ status: 'rejected' });
		expect(other).toMatchObject({ value: { conversation } });
	});

	test('many looks at once each see what is theirs', async () => {
		const refs = Array.from({ length: 50 }, (_, index) => ({ ...ref, conversationId: `${index}` }));
		for (const own of refs) {
			const begun: Write = { type: 'conversation', conversation: newConversation(own, NOON) };
			await store.change(own, {}, () => ({ result: undefined, writes: [begun] }));
		}
		const seen = await Promise.all(refs.map((one) => store.snapshot(one, {})));
		expect(seen.map((one) => one.conversation?.conversationId)).toEqual(
			refs.map((one) => one.conversationId),
		);
	});

	test.each<[string, Write[]]>([
		['before it was ever used', []],
		['after it was used', [message('before')]],
	])(
		'can be sent again once it does not fail any more: a statement that failed %s',
		async (_when, before) => {
			await write(...before);
			await server.query(url, 'ALTER TABLE store.messages RENAME TO elsewhere');
			await expect(write(message('lost'))).rejects.toMatchObject({ code: 'STORE_DELETED' });
			await server.query(url, 'ALTER TABLE store.elsewhere RENAME TO messages');
			await write(message('after'));
			const { transcript } = await store.snapshot(ref, { transcript: 9 });
			expect(transcript.map(({ text }) => text)).toEqual([...before.map(() => 'before'), 'after']);
		},
	);

	test('does nothing of it when one of it fails', async () => {
		const task: Write = { type: 'task', task: aTask() };
		await expect(write(message('lost'), task, task, event('bot.paused'))).rejects.toMatchObject({
			code: 'UNEXPECTED',
		});
		expect(await store.readEvents(0, 9)).toEqual([]);
		expect(await store.read(ref)).toMatchObject({ transcript: [], tasks: [] });
	});

	test('a list reaches the server as it is, whatever letters are in it', async () => {
		const kind = 'a "b" \\c, {d} NULL';
		await write({ type: 'job', job: aJob({ kind }) });
		const wanted = { now: NOON, leaseBy: 'a', leaseFor: 1_000, limit: 9 };
		expect(await store.leaseJobs({ ...wanted, kinds: ['b', 'NULL'] })).toEqual([]);
		expect(await store.leaseJobs({ ...wanted, kinds: ['', kind] })).toMatchObject([{ kind }]);
	});
});
