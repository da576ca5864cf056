import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { newConversation } from '../../handover/conversation/conversation';
import { openPostgresStore } from '../../handover/stores/postgres/open-postgres-store';
import type { Store } from '../../handover/stores/store';
import { describeWithPostgres } from '../servers/describe-with-postgres';
import { startPostgres, type PostgresServer } from '../servers/postgres';
import { message, NOON, ref } from './store-builders';

describeWithPostgres('a look on Postgres, which is no transaction', () => {
	let server: PostgresServer;
	let other: Client;
	let store: Store;

	beforeAll(async () => {
		server = await startPostgres();
	});
	beforeEach(async () => {
		const url = await server.newDatabase();
		store = await openPostgresStore({ url, schema: 'store' }, randomUUID);
		const conversation = newConversation(ref, NOON);
		await store.change(ref, {}, () => ({
			result: undefined,
			writes: [{ type: 'conversation', conversation }, message('hello')],
		}));
		other = new Client({ connectionString: url });
		await other.connect();
	});
	afterEach(async () => {
		await other.end();
		await store.close();
	});
	afterAll(async () => await server?.dispose());

	test('at a table that is locked ends in time, says so, and leaves no more than the first waiting', async () => {
		await other.query('BEGIN; LOCK TABLE store.conversations IN ACCESS EXCLUSIVE MODE');
		for (const _ of [1, 2]) {
			await expect(store.snapshot(ref, {})).rejects.toMatchObject({ code: 'STORE_BUSY' });
		}
		const { rows } = await other.query(
			"SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted AND relation = 'store.conversations'::regclass",
		);
		// The first look itself: the server hears that nobody waits for it when the lock is free.
		expect(rows).toEqual([{ waiting: 1 }]);
		await other.query('COMMIT');
		expect(await store.snapshot(ref, { transcript: 1 })).toMatchObject({
			transcript: [{ text: 'hello' }],
		});
	});

	test('calls no function that somebody has put into the public schema', async () => {
		await other.query(`
			CREATE FUNCTION public.json_agg(record) RETURNS json LANGUAGE plpgsql AS
				$$ BEGIN RETURN '[{"seq": 1, "author": "bot", "text": "forged", "at": 1}]'::json; END $$`);
		expect(await store.snapshot(ref, { transcript: 1 })).toMatchObject({
			transcript: [{ text: 'hello' }],
		});
	});
});
