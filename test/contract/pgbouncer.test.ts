import { randomUUID } from 'node:crypto';
import { newConversation } from '../../handover/conversation/conversation';
import { openPostgresStore } from '../../handover/stores/postgres/open-postgres-store';
import type { Store } from '../../handover/stores/store';
import { describeWithPgBouncer } from '../servers/describe-with-pgbouncer';
import { preparedStatementSettings, startPgBouncer, type PgBouncer } from '../servers/pgbouncer';
import { startPostgres, type PostgresServer } from '../servers/postgres';
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
});
