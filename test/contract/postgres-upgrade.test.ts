import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { MIGRATIONS } from '../../handover/stores/postgres/migrations';
import { openPostgresStore } from '../../handover/stores/postgres/open-postgres-store';
import { until } from '../integration/until';
import { describeWithPostgres } from '../servers/describe-with-postgres';
import { startPostgres, type PostgresServer } from '../servers/postgres';
import { ref } from './store-builders';

/** The schema of the version that still runs. */
const BEFORE = 3;

describeWithPostgres('a new version opens a Postgres store while the one before runs on', () => {
	let server: PostgresServer;
	let url: string;
	let older: Client;
	let schemas = 0;
	let schema: string;
	const waiting = async () => {
		const rows = await server.query(
			url,
			`SELECT 1 FROM pg_stat_activity
			WHERE wait_event_type = 'Lock' AND application_name = 'human-handover'`,
		);
		return rows.length > 0;
	};
	/** While a transaction of the version before is open between its two round trips. */
	const openMeanwhile = async (first: string) => {
		await older.query(`BEGIN; ${first}`);
		const opening = openPostgresStore({ url, schema }, randomUUID);
		opening.catch(() => undefined);
		await until('the new version waits', waiting);
		return { opening };
	};
	const expectUpToDate = async (opening: ReturnType<typeof openPostgresStore>) => {
		const store = await opening;
		try {
			expect(await store.read(ref)).toBeUndefined();
		} finally {
			await store.close();
		}
		const [row] = await server.query(url, `SELECT version FROM ${schema}.schema_version`);
		expect(row).toEqual({ version: MIGRATIONS.length });
	};

	beforeAll(async () => {
		server = await startPostgres();
		url = await server.newDatabase();
	});
	beforeEach(async () => {
		schema = `store_${++schemas}`;
		older = new Client({ connectionString: url });
		await older.connect();
		await older.query(`
			CREATE SCHEMA ${schema};
			SET search_path TO ${schema};
			${MIGRATIONS.slice(0, BEFORE).join(';')};
			CREATE TABLE schema_version (version INTEGER NOT NULL);
			INSERT INTO schema_version VALUES (${BEFORE})`);
	});
	afterEach(async () => await older.end());
	afterAll(async () => await server?.dispose());

	test('without keeping a change of it from being written', async () => {
		const { opening } = await openMeanwhile('SELECT 1 FROM conversations');
		// Of a deadlock, Postgres would undo either of them.
		await older.query(`SET LOCAL lock_timeout TO 500`);
		await older.query('SELECT 1 FROM messages; COMMIT');
		await expectUpToDate(opening);
	});

	test('again, where the two were in a deadlock', async () => {
		const { opening } = await openMeanwhile('SELECT 1 FROM messages');
		// So that it is the new version that Postgres chooses.
		await older.query(`SET LOCAL deadlock_timeout TO '30s'`);
		await older.query('SELECT 1 FROM conversations; COMMIT');
		await expectUpToDate(opening);
	});

	test('again, where the one before takes longer than it waits', async () => {
		const { opening } = await openMeanwhile('SELECT 1 FROM conversations');
		await until('the new version has given up for now', async () => !(await waiting()));
		await older.query('COMMIT');
		await expectUpToDate(opening);
	});
});
