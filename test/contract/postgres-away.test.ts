import type { Write } from '../../handover/stores/store';
import { describeWithPostgres } from '../servers/describe-with-postgres';
import { startProxy, type CuttingProxy } from '../servers/cutting-proxy';
import { aJob } from './jobs-contract';
import { count, postgresStage, write } from './postgres-stage';
import { conversation, event, message, NOON, ref } from './store-builders';

describeWithPostgres('the Postgres store whose server goes away', () => {
	const stage = postgresStage();
	const { open, openNew } = stage;

	test.each(['stop', 'kill'] as const)('works with the next call after a %s', async (how) => {
		const { store } = await openNew();
		await count(store);
		await stage.server[how]();
		const meanwhile = count(store);
		await stage.server.start();
		expect(await meanwhile).toBe(2);
		expect(await count(store)).toBe(3);
	});

	test('does each change once, whenever it is killed', async () => {
		const { store } = await openNew();
		const counted: number[] = [];
		let counting = true;
		const counter = async () => {
			while (counting) counted.push(await count(store));
		};
		const counters = [counter(), counter(), counter()];
		for (let kills = 0; kills < 3; kills++) {
			await new Promise((resolve) => setTimeout(resolve, 300));
			await stage.server.kill();
			await stage.server.start();
		}
		counting = false;
		await Promise.all(counters);
		const file = await store.read(ref);
		expect(file?.conversation.epoch).toBe(counted.length);
		expect(new Set(counted).size).toBe(counted.length);
	}, 120_000);

	describe('at the commit', () => {
		let proxied: CuttingProxy;
		const openThrough = async (connections: number) => {
			stage.nextSchema();
			const through = stage.url.replace(String(stage.server.port), String(proxied.port));
			return await open({ url: through, connections });
		};
		beforeEach(async () => void (proxied = await startProxy(stage.server.port)));
		afterEach(async () => await proxied.close());

		test('finds out whether it was done, on its only connection', async () => {
			const store = await openThrough(1);
			await count(store);
			proxied.cutAfterCommit();
			expect(await count(store)).toBe(2);
			proxied.cutBeforeCommit();
			expect(await count(store)).toBe(3);
			expect(proxied.cutOff()).toBe(2);
			expect((await store.read(ref))?.conversation.epoch).toBe(3);
		});

		test('does each of ten changes once that lose all connections at once', async () => {
			const store = await openThrough(10);
			const refs = Array.from({ length: 10 }, (_, index) => ({
				botId: 'b',
				conversationId: `cut${index}`,
			}));
			await Promise.all(refs.map((one) => count(store, one)));
			proxied.cutAfterCommit({ times: 10 });
			expect(await Promise.all(refs.map((one) => count(store, one)))).toEqual(refs.map(() => 2));
			expect(proxied.cutOff()).toBe(10);
			const files = await Promise.all(refs.map((one) => store.read(one)));
			expect(files.map((file) => file?.conversation.epoch)).toEqual(refs.map(() => 2));
		}, 60_000);

		test.each(['cutAfterCommit', 'cutBeforeCommit'] as const)(
			'does it once when the server is away for seconds: %s',
			async (cut) => {
				const store = await openThrough(2);
				await count(store);
				proxied[cut]({ awayFor: 3_000 });
				expect(await count(store)).toBe(2);
				expect(proxied.cutOff()).toBe(1);
				expect((await store.read(ref))?.conversation.epoch).toBe(2);
			},
			60_000,
		);

		// A conversation, a line, the lock, two events, the notification and the receipt.
		test.each([0, 1, 2, 3, 4, 5, 6, 7])(
			'does all of it once when the server gets %d of its statements',
			async (statements) => {
				const store = await openThrough(1);
				await count(store);
				proxied.cutBeforeCommit({ statements });
				const more = [message('hello'), event('bot.paused'), event('bot.resumed')];
				const changed: Write = {
					type: 'conversation',
					conversation: { ...conversation, epoch: 2 },
				};
				await write(store, changed, ...more);
				expect(proxied.cutOff()).toBe(1);
				const file = await store.read(ref);
				expect(file?.conversation.epoch).toBe(2);
				expect(file?.transcript.map(({ text }) => text)).toEqual(['hello']);
				expect(file?.events.map(({ type }) => type)).toEqual(['bot.paused', 'bot.resumed']);
			},
		);

		test.each(['cutAfterCommit', 'cutBeforeCommit'] as const)(
			'leases the same jobs again when the answer is lost: %s',
			async (cut) => {
				const store = await openThrough(1);
				const due = ['a', 'b', 'c'].map((id): Write => ({ type: 'job', job: aJob({ id }) }));
				await write(store, { type: 'conversation', conversation }, ...due);
				proxied[cut]();
				const lease = (leaseBy: string) =>
					store.leaseJobs({
						now: NOON,
						leaseBy,
						leaseFor: 30_000,
						kinds: ['endPause'],
						limit: 2,
					});
				expect((await lease('first')).map(({ id }) => id)).toEqual(['a', 'b']);
				expect(proxied.cutOff()).toBe(1);
				expect((await lease('second')).map(({ id }) => id)).toEqual(['c']);
			},
		);

		test('does not do it again when the server is away for too long', async () => {
			const store = await openThrough(2);
			await count(store);
			proxied.cutAfterCommit({ awayFor: 60_000 });
			let planned = 0;
			const changing = store.change(ref, {}, (snapshot) => {
				planned += 1;
				const after = { ...snapshot.conversation!, epoch: snapshot.conversation!.epoch + 1 };
				return { result: planned, writes: [{ type: 'conversation', conversation: after }] };
			});
			await expect(changing).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
			expect(planned).toBe(1);
			const direct = await open();
			expect((await direct.read(ref))?.conversation.epoch).toBe(2);
		}, 60_000);
	});

	test('lets others have a conversation whose process was cut off in the middle', async () => {
		const { store, reopen } = await openNew();
		const other = await reopen();
		await count(store);
		const cut = store
			.change(ref, {}, () => {
				void stage.server.query(
					stage.url,
					"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND state = 'idle in transaction'",
				);
				const wait = Date.now() + 300;
				while (Date.now() < wait);
				return { result: undefined, writes: [] };
			})
			.catch(() => undefined);
		expect(await count(other)).toBe(2);
		await cut;
	});

	test('says so in the end, and that it was closed', async () => {
		const { store } = await openNew();
		await stage.server.stop();
		await expect(store.read(ref)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
		await stage.server.start();
		await store.close();
		await expect(store.read(ref)).rejects.toMatchObject({ code: 'STORE_CLOSED' });
	}, 60_000);
});
