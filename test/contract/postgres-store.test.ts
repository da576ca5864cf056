import { Client } from 'pg';
import { newConversation } from '../../handover/conversation/conversation';
import type { Write } from '../../handover/stores/store';
import { conversationLock } from '../../handover/stores/postgres/conversation-lock';
import { describeWithPostgres } from '../servers/describe-with-postgres';
import { until } from '../integration/until';
import { freshnessContract } from './freshness-contract';
import { jobsContract } from './jobs-contract';
import { leftTurnsContract } from './left-turns-contract';
import { notifyContract } from './notify-contract';
import { count, postgresStage, write } from './postgres-stage';
import { retentionContract } from './retention-contract';
import { runnersContract } from './runners-contract';
import { conversation, event, message, NOON, ref } from './store-builders';
import { aMember } from '../builders/staff';
import { storeContract } from './store-contract';
import { tasksContract } from './tasks-contract';

describeWithPostgres('the Postgres store', () => {
	const stage = postgresStage();
	const { open, openNew } = stage;

	storeContract(openNew);
	retentionContract(openNew);
	freshnessContract(openNew);
	jobsContract(openNew);
	leftTurnsContract(openNew);
	notifyContract(openNew);
	runnersContract(openNew);
	tasksContract(openNew);

	test('shows that it is there while all its connections wait for one conversation', async () => {
		const { store, reopen } = await openNew();
		const other = await reopen();
		await store.close();
		const busy = await open({ connections: 1 });
		const client = new Client({ connectionString: stage.url });
		await client.connect();
		const lock = `${stage.schema}/${conversationLock(ref)}`;
		await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [lock]);
		const waiting = count(busy);
		for (const beats of [1, 2, 3]) {
			await busy.beat('a', NOON);
			expect(await other.beat('b', NOON)).toMatchObject([{ runner: 'a', beats }]);
		}
		await busy.leave('a');
		await client.end();
		expect(await waiting).toBe(1);
	});

	test("tells the server's clock, which here is ours", async () => {
		const { store } = await openNew();
		const before = Date.now();
		const theirs = await store.readClock();
		// Half a millisecond is rounded up there, and cut off here.
		expect(theirs).toBeGreaterThanOrEqual(before - 1);
		expect(theirs).toBeLessThanOrEqual(Date.now() + 1);
		await store.close();
		await expect(store.readClock()).rejects.toMatchObject({ code: 'STORE_CLOSED' });
	});

	describe('among many', () => {
		test('loses no change of a conversation that all of them make at once, new as it is', async () => {
			const { store, reopen } = await openNew();
			const stores = [store, await reopen(), await reopen()];
			const results = await Promise.all(
				Array.from({ length: 90 }, (_, index) => count(stores[index % 3]!)),
			);
			expect(results.sort((one, other) => one - other)).toEqual(
				Array.from({ length: 90 }, (_, index) => index + 1),
			);
		});

		test('gives no two conversations to the same member while the others wait', async () => {
			const { store, reopen } = await openNew();
			const stores = [store, await reopen()];
			const staff = ['Ana', 'Ben', 'Chloe'].map((id) => aMember(id));
			await store.saveStaff(staff);
			const assign = (index: number) => {
				const own = { botId: 'b', conversationId: `c${index}` };
				return stores[index % 2]!.change(own, { staff: 'toAssign' }, (snapshot) => {
					const next = snapshot.staff.toSorted((a, b) => a.lastAssigned - b.lastAssigned)[0]!;
					const writes: Write[] = [
						{ type: 'conversation', conversation: newConversation(own, NOON) },
						{ type: 'assigned', staffId: next.id },
					];
					return { result: next.id, writes };
				});
			};
			const assigned = await Promise.all(Array.from({ length: 30 }, (_, index) => assign(index)));
			for (const { id } of staff) expect(assigned.filter((one) => one === id)).toHaveLength(10);
		});

		test('shows a reader with a cursor each event once, in order, while many write', async () => {
			const { store, reopen } = await openNew();
			const writers = [store, await reopen(), await reopen()];
			const reader = await reopen();
			const CONVERSATIONS = 30;
			const ROUNDS = 10;
			const emit = async (index: number) => {
				const own = { botId: 'b', conversationId: `e${index}` };
				for (let round = 0; round < ROUNDS; round++) {
					await writers[index % 3]!.change(own, {}, () => ({
						result: undefined,
						writes: [
							{ type: 'conversation', conversation: newConversation(own, NOON) },
							event('action.done'),
							event('bot.resumed'),
						],
					}));
				}
			};
			let writing = true;
			const seen: number[] = [];
			const follow = async () => {
				for (let ended = false; ;) {
					const events = await reader.readEvents(seen.at(-1) ?? 0, 7);
					seen.push(...events.map(({ seq }) => seq));
					if (ended && events.length === 0) return;
					ended = !writing;
				}
			};
			const following = follow();
			await Promise.all(Array.from({ length: CONVERSATIONS }, (_, index) => emit(index)));
			writing = false;
			await following;
			const all = await reader.readEvents(0, 10_000);
			expect(all).toHaveLength(CONVERSATIONS * ROUNDS * 2);
			expect(seen).toEqual(all.map(({ seq }) => seq));
		});

		test('two make the same new schema at once', async () => {
			stage.nextSchema();
			const stores = await Promise.all([open(), open(), open()]);
			await write(stores[0], { type: 'conversation', conversation });
			expect((await stores[2].read(ref))?.conversation).toEqual(conversation);
		});

		test('runs on while a newer version adds a column', async () => {
			const { store } = await openNew();
			await write(store, { type: 'conversation', conversation }, message('before'));
			await store.snapshot(ref, { transcript: 5 });
			const tables = ['conversations', 'messages', 'handovers', 'actions', 'events', 'jobs'];
			for (const table of tables) {
				await stage.server.query(
					stage.url,
					`ALTER TABLE ${stage.schema}.${table} ADD COLUMN new_one TEXT DEFAULT 'x'`,
				);
			}
			await write(store, { type: 'conversation', conversation }, message('after'));
			const { transcript } = await store.snapshot(ref, { transcript: 5 });
			expect(transcript.map(({ text }) => text)).toEqual(['before', 'after']);
		});
	});

	describe('told of events', () => {
		test('by another process, at once, and no more when it does not listen any longer', async () => {
			const { store, reopen } = await openNew();
			const other = await reopen();
			let told = 0;
			const stop = store.onEvents(() => (told += 1));
			await until('it listens', () => told === 1);
			await write(other, { type: 'conversation', conversation });
			await write(other, event('bot.resumed'));
			await until('it is told', () => told === 2);
			stop();
			await write(other, event('bot.resumed'));
			expect(told).toBe(2);
		});

		test('once more when the server was away', async () => {
			const { store, reopen } = await openNew();
			const other = await reopen();
			await write(other, { type: 'conversation', conversation });
			let told = 0;
			store.onEvents(() => (told += 1));
			await until('it listens', () => told === 1);
			await stage.server.stop();
			await stage.server.start();
			await until('it is told that it may have missed something', () => told === 2);
			await write(other, event('bot.resumed'));
			await until('it is told', () => told === 3);
		});
	});

	test('waits for what is under way before it closes', async () => {
		const { store, reopen } = await openNew();
		const counts = Array.from({ length: 20 }, () => count(store));
		await store.close();
		expect(await Promise.all(counts)).toHaveLength(20);
		expect((await (await reopen()).read(ref))?.conversation.epoch).toBe(20);
	});

	test('prunes the rest when one step fails, and says that it failed', async () => {
		const { store } = await openNew();
		await write(store, { type: 'conversation', conversation: { ...conversation, keepFor: 1 } });
		const admission = { seq: 1, runner: 'r', epoch: 0, settled: true, at: NOON };
		await write(store, message('old'), event('bot.paused'), {
			type: 'admission',
			admission: { messageId: 'm', ...admission },
		});
		await stage.server.query(
			stage.url,
			`CREATE FUNCTION ${stage.schema}.fail() RETURNS trigger LANGUAGE plpgsql AS
				'BEGIN RAISE EXCEPTION SQLSTATE ''57014''; END';
			CREATE TRIGGER fails BEFORE DELETE ON ${stage.schema}.messages
				FOR EACH ROW EXECUTE FUNCTION ${stage.schema}.fail()`,
		);
		const limits = { now: NOON + 9, admissionsBefore: NOON + 9, eventsBefore: NOON + 9 };
		await expect(store.prune(limits)).rejects.toMatchObject({ code: 'STORE_BUSY' });
		expect(await store.readEvents(0, 9)).toEqual([]);
		expect((await store.snapshot(ref, { messageId: 'm' })).admission).toBeUndefined();
	});
});
