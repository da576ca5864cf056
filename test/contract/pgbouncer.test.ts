import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { newConversation } from '../../handover/conversation/conversation';
import { openPostgresStore } from '../../handover/stores/postgres/open-postgres-store';
import type { Store } from '../../handover/stores/store';
import { describeWithPgBouncer } from '../servers/describe-with-pgbouncer';
import { preparedStatementSettings, startPgBouncer, type PgBouncer } from '../servers/pgbouncer';
import { startPostgres, type PostgresServer } from '../servers/postgres';
import { until } from '../integration/until';
import { jobsContract } from './jobs-contract';
import { runnersContract } from './runners-contract';
import { NOON, ref } from './store-builders';
import { storeContract } from './store-contract';

describeWithPgBouncer('the Postgres store behind PgBouncer in transaction mode', () => {
	let server: PostgresServer;
	beforeAll(async () => void (server = await startPostgres()));
	afterAll(async () => await server?.dispose());

	describe.each(preparedStatementSettings())('that brings %d prepared statements', (prepared) => {
		let pooler: PgBouncer;
		let url: string;
		let schemas = 0;
		const opened: Store[] = [];
		const open = async (schema: string) => {
			const store = await openPostgresStore({ url, schema }, randomUUID);
			opened.push(store);
			return store;
		};
		const openNew = async () => {
			const schema = `store_${++schemas}`;
			return { store: await open(schema), reopen: () => open(schema) };
		};
		const count = (by: Store) =>
			by.change(ref, {}, ({ conversation = newConversation(ref, NOON) }) => {
				const after = { ...conversation, epoch: conversation.epoch + 1 };
				return { result: after.epoch, writes: [{ type: 'conversation', conversation: after }] };
			});

		beforeAll(async () => {
			const direct = await server.newDatabase();
			pooler = await startPgBouncer(direct, prepared);
			url = pooler.through(direct);
		});
		afterEach(async () => {
			await Promise.all(opened.splice(0).map((store) => store.close()));
		});
		afterAll(async () => await pooler?.dispose());

		storeContract(openNew);
		jobsContract(openNew);
		runnersContract(openNew);

		test('loses no change, whichever connection a transaction gets', async () => {
			const { store, reopen } = await openNew();
			const stores = [store, await reopen(), await reopen()];
			const counted = await Promise.all(
				Array.from({ length: 120 }, (_, index) => count(stores[index % 3]!)),
			);
			expect(new Set(counted).size).toBe(120);
			expect((await store.read(ref))?.conversation.epoch).toBe(120);
		});

		test('beats each time, whichever connection a beat gets', async () => {
			const { store, reopen } = await openNew();
			const other = await reopen();
			for (let beats = 1; beats <= 20; beats++) {
				const busy = [count(store), count(other), count(store)];
				await store.beat('a', NOON);
				expect(await other.beat('b', NOON)).toMatchObject([{ runner: 'a', beats }]);
				await Promise.all(busy);
			}
		});
	});

	describe('that has no connection to the server', () => {
		let url: string;
		let pooler: PgBouncer;
		beforeAll(async () => {
			const direct = await server.newDatabase();
			pooler = await startPgBouncer(direct, 0);
			url = pooler.through(direct);
		});
		afterAll(async () => await pooler?.dispose());

		test('may be tried again, says what to look at, and works when it is back', async () => {
			const open = () => openPostgresStore({ url }, randomUUID);
			await (await open()).close();
			await server.stop();
			try {
				await until('the pooler has seen it, too', () => isRefused(url));
				await expect(open()).rejects.toMatchObject({
					code: 'STORE_UNAVAILABLE',
					retryable: true,
					message: expect.stringContaining('pooler'),
				});
			} finally {
				await server.start();
			}
			let store: Store | undefined;
			await until('the store opens again', async () => {
				store = await open().catch(() => undefined);
				return store !== undefined;
			});
			expect(await store!.read(ref)).toBeUndefined();
			await store!.close();
		});
	});
});

/** PgBouncer lets the first one wait, and refuses the others as soon as it could not connect itself. */
async function isRefused(url: string): Promise<boolean> {
	const client = new Client({ connectionString: url, query_timeout: 500 });
	client.on('error', () => undefined);
	try {
		await client.connect();
		await client.query('SELECT 1');
		return false;
	} catch (error) {
		return (error as { code?: string }).code === '08P01';
	} finally {
		await client.end();
	}
}
