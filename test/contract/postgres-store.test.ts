import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { newConversation } from '../../handover/conversation/conversation';
import { MIGRATIONS } from '../../handover/stores/postgres/migrations';
import type { PostgresStoreOptions } from '../../handover/stores/postgres/connection-settings';
import { openPostgresStore } from '../../handover/stores/postgres/open-postgres-store';
import type { Store, Write } from '../../handover/stores/store';
import { conversationLock } from '../../handover/stores/postgres/conversation-lock';
import { freePort, HOST } from '../../start/ports';
import { describeWithPostgres } from '../servers/describe-with-postgres';
import { startPostgres, type PostgresServer } from '../servers/postgres';
import { startProxy, type CuttingProxy } from '../servers/cutting-proxy';
import { until } from '../integration/until';
import { freshnessContract } from './freshness-contract';
import { aJob, jobsContract } from './jobs-contract';
import { leftTurnsContract } from './left-turns-contract';
import { notifyContract } from './notify-contract';
import { retentionContract } from './retention-contract';
import { runnersContract } from './runners-contract';
import { conversation, event, message, NOON, ref } from './store-builders';
import { aMember } from '../builders/staff';
import { storeContract } from './store-contract';
import { tasksContract } from './tasks-contract';

describeWithPostgres('the Postgres store', () => {
	let server: PostgresServer;
	let url: string;
	let schemas = 0;
	const opened: Store[] = [];
	const open = async (options: Partial<PostgresStoreOptions> = {}) => {
		const store = await openPostgresStore(
			{ url, schema: `store_${schemas}`, ...options },
			randomUUID,
		);
		opened.push(store);
		return store;
	};
	const openNew = async () => {
		schemas += 1;
		const schema = `store_${schemas}`;
		return { store: await open(), reopen: () => open({ schema }) };
	};
	const write = (by: Store, ...writes: Write[]) =>
		by.change(ref, {}, () => ({ result: undefined, writes }));
	const count = (by: Store, of = ref) =>
		by.change(of, {}, (snapshot) => {
			const before = snapshot.conversation ?? newConversation(of, NOON);
			const after = { ...before, epoch: before.epoch + 1 };
			return { result: after.epoch, writes: [{ type: 'conversation', conversation: after }] };
		});

	beforeAll(async () => {
		server = await startPostgres({ tls: true });
		url = await server.newDatabase();
	});
	afterEach(async () => {
		await Promise.all(opened.splice(0).map((store) => store.close()));
	});
	afterAll(async () => await server?.dispose());

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
		const client = new Client({ connectionString: url });
		await client.connect();
		const lock = `store_${schemas}/${conversationLock(ref)}`;
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
			schemas += 1;
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
				await server.query(
					url,
					`ALTER TABLE store_${schemas}.${table} ADD COLUMN new_one TEXT DEFAULT 'x'`,
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
			await server.stop();
			await server.start();
			await until('it is told that it may have missed something', () => told === 2);
			await write(other, event('bot.resumed'));
			await until('it is told', () => told === 3);
		});
	});

	describe('whose server goes away', () => {
		test.each(['stop', 'kill'] as const)('works with the next call after a %s', async (how) => {
			const { store } = await openNew();
			await count(store);
			await server[how]();
			const meanwhile = count(store);
			await server.start();
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
				await server.kill();
				await server.start();
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
				schemas += 1;
				const through = url.replace(String(server.port), String(proxied.port));
				return await open({ url: through, connections });
			};
			beforeEach(async () => void (proxied = await startProxy(server.port)));
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
					void server.query(
						url,
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
			await server.stop();
			await expect(store.read(ref)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
			await server.start();
			await store.close();
			await expect(store.read(ref)).rejects.toMatchObject({ code: 'STORE_CLOSED' });
		}, 60_000);
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
		await server.query(
			url,
			`CREATE FUNCTION store_${schemas}.fail() RETURNS trigger LANGUAGE plpgsql AS
				'BEGIN RAISE EXCEPTION SQLSTATE ''57014''; END';
			CREATE TRIGGER fails BEFORE DELETE ON store_${schemas}.messages
				FOR EACH ROW EXECUTE FUNCTION store_${schemas}.fail()`,
		);
		const limits = { now: NOON + 9, admissionsBefore: NOON + 9, eventsBefore: NOON + 9 };
		await expect(store.prune(limits)).rejects.toMatchObject({ code: 'STORE_BUSY' });
		expect(await store.readEvents(0, 9)).toEqual([]);
		expect((await store.snapshot(ref, { messageId: 'm' })).admission).toBeUndefined();
	});

	describe('refuses', () => {
		const refused = (options: Partial<PostgresStoreOptions>) =>
			open(options).then(
				() => 'nothing',
				(error: { code: string; message: string }) => {
					expect(error.message).not.toContain('secret');
					return error.code;
				},
			);
		const changed = (change: (url: URL) => void) => {
			const copy = new URL(url);
			change(copy);
			return copy.href;
		};

		test('a schema that a newer version has written', async () => {
			await openNew();
			await server.query(
				url,
				`UPDATE store_${schemas}.schema_version SET version = ${MIGRATIONS.length + 1}`,
			);
			expect(await refused({})).toBe('STORE_SCHEMA_NEWER');
		});

		test("another program's schema", async () => {
			await server.query(url, 'CREATE SCHEMA foreign_one; CREATE TABLE foreign_one.t (a INT)');
			expect(await refused({ schema: 'foreign_one' })).toBe('STORE_NOT_A_DATABASE');
		});

		test.each<[string, (url: URL) => void, string]>([
			['a wrong password', (one) => (one.password = 'secrét'), 'STORE_ACCESS_DENIED'],
			['an unknown user', (one) => (one.username = 'nobody'), 'STORE_ACCESS_DENIED'],
			['an unknown database', (one) => (one.pathname = '/nowhere'), 'STORE_ACCESS_DENIED'],
			['an unknown host', (one) => (one.hostname = 'nowhere.invalid'), 'STORE_UNAVAILABLE'],
			['an unknown sslmode', (one) => one.searchParams.set('sslmode', 'yes'), 'SETTINGS_INVALID'],
			['a file of ours', (one) => one.searchParams.set('sslrootcert', '/x'), 'SETTINGS_INVALID'],
			['no database', (one) => (one.pathname = ''), 'SETTINGS_INVALID'],
		])('%s', async (_what, change, code) => {
			expect(await refused({ url: changed(change) })).toBe(code);
		});

		test.each([
			['no URL'],
			['mysql://a:secret@b/c'],
			['postgres://'],
			['postgres://u:%secret@h/d'],
		])('%s', async (text) => expect(await refused({ url: text })).toBe('SETTINGS_INVALID'));

		test.each([['Upper'], ['pg_x'], ['a-b'], ['a"; DROP TABLE x; --']])(
			'the schema %s',
			async (schema) => expect(await refused({ schema })).toBe('SETTINGS_INVALID'),
		);

		test('a port where nobody listens, and one where somebody else does', async () => {
			const port = String(await freePort());
			expect(await refused({ url: changed((one) => (one.port = port)) })).toBe('STORE_UNAVAILABLE');
			const other = createServer((socket) => {
				socket.on('error', () => undefined);
				socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
			});
			await new Promise<void>((listening) => other.listen(Number(port), HOST, listening));
			expect(await refused({ url: changed((one) => (one.port = port)) })).toBe(
				'STORE_NOT_A_DATABASE',
			);
			other.close();
		});

		test('a user who may not make tables', async () => {
			await server.query(url, "CREATE USER guest PASSWORD 'secret1'");
			const guest = changed((one) => {
				one.username = 'guest';
				one.password = 'secret1';
			});
			expect(await refused({ url: guest, schema: 'guests' })).toBe('STORE_ACCESS_DENIED');
		});

		test('a database that does not hold every letter', async () => {
			await server.query(
				url,
				"CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0",
			);
			const latin = changed((one) => (one.pathname = '/latin'));
			expect(await refused({ url: latin })).toBe('STORE_NOT_A_DATABASE');
		});
	});

	describe('over TLS', () => {
		const encrypted = async (options: Partial<PostgresStoreOptions>) => {
			schemas += 1;
			return await open(options).then(
				async () => {
					const [row] = await server.query(
						url,
						"SELECT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name = 'human-handover' ORDER BY backend_start DESC LIMIT 1",
					);
					return row!['ssl'];
				},
				(error: { code: string }) => error.code,
			);
		};
		const byName = (mode: string) => `${url.replace(HOST, 'localhost')}?sslmode=${mode}`;
		const ca = () => readFileSync(server.certificate!, 'utf8');

		test('goes by the URL', async () => {
			expect(await encrypted({ url: `${url}?sslmode=disable` })).toBe(false);
			expect(await encrypted({ url: `${url}?sslmode=require` })).toBe(true);
		});

		test.each(['require', 'verify-ca', 'verify-full'])('takes a CA for %s', async (mode) => {
			expect(await encrypted({ url: byName(mode), ca: ca() })).toBe(true);
		});

		test('trusts no certificate that nobody has signed, unless it is told to', async () => {
			expect(await encrypted({ url: byName('verify-full') })).toBe('STORE_TLS_FAILED');
			expect(await encrypted({ tls: 'verify' })).toBe('STORE_TLS_FAILED');
			expect(await encrypted({ tls: 'allowUnauthorized' })).toBe(true);
		});

		test('wants the name of the host in the certificate only where it is asked to', async () => {
			expect(await encrypted({ url: `${url}?sslmode=verify-ca`, ca: ca() })).toBe(true);
			expect(await encrypted({ url: `${url}?sslmode=verify-full`, ca: ca() })).toBe(
				'STORE_TLS_FAILED',
			);
		});

		test('does without where the server has none, and says so where it must not', async () => {
			const plain = await startPostgres();
			const plainUrl = await plain.newDatabase();
			const store = await openPostgresStore({ url: plainUrl }, randomUUID);
			await store.close();
			await expect(
				openPostgresStore({ url: plainUrl, tls: 'verify' }, randomUUID),
			).rejects.toMatchObject({
				code: 'STORE_TLS_FAILED',
			});
			await plain.dispose();
		});
	});
});
