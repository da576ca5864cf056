import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { DEFAULT_CONNECTIONS } from '../../../handover/stores/postgres/connection-settings';
import { openPostgresStore } from '../../../handover/stores/postgres/open-postgres-store';
import type { Store } from '../../../handover/stores/store';
import { openTestServices, type TestServices } from '../../builders/services';
import { aMember } from '../../builders/staff';
import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { startPostgres, type PostgresServer } from '../../servers/postgres';
import { isFullProof } from './size';
import { soak, type Tables } from './soak';

const CONVERSATIONS = 10_000;
const ON_POSTGRES = isFullProof ? CONVERSATIONS : 480;
const MINUTE = 60_000;

const title = (conversations: number) =>
	`24 hours with ${conversations} conversations: the memory stays flat, the tables within their bounds`;
const saveStaff = async ({ store }: { store: Store }) =>
	await store.saveStaff(['Ana', 'Ben'].map((id) => aMember(id)));

describe('on SQLite', () => {
	let services: TestServices;
	beforeEach(async () => void (services = await openTestServices()));
	afterEach(async () => await services.close());

	test(
		title(CONVERSATIONS),
		async () => {
			await saveStaff(services);
			await soak(services, tablesOfFile(services.path), CONVERSATIONS);
		},
		10 * MINUTE,
	);
});

describeWithPostgres('on Postgres', () => {
	let server: PostgresServer;
	let services: TestServices;
	let url: string;
	beforeAll(async () => {
		server = await startPostgres();
		url = await server.newDatabase();
		services = await openTestServices({ store: await openPostgresStore({ url }, randomUUID) });
	});
	afterAll(async () => {
		await services?.close();
		await server?.dispose();
	});

	test(
		title(ON_POSTGRES),
		async () => {
			await saveStaff(services);
			await soak(services, tablesOfServer(server, url), ON_POSTGRES);
		},
		isFullProof ? 60 * MINUTE : 5 * MINUTE,
	);
});

function tablesOfFile(path: string): Tables {
	return {
		async rows() {
			const database = new DatabaseSync(path, { readOnly: true });
			const names = database
				.prepare(
					"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'schema_version'",
				)
				.all();
			const counts = names.map(({ name }) => {
				const row = database.prepare(`SELECT COUNT(*) AS count FROM ${String(name)}`).get();
				return [String(name), Number(row?.['count'])] as const;
			});
			database.close();
			return Object.fromEntries(counts.filter(([, count]) => count > 0));
		},
		bytes: async () => statSync(path).size,
		tidyUp: async () => undefined,
	};
}

function tablesOfServer(server: PostgresServer, url: string): Tables {
	const tables = `pg_tables WHERE schemaname = 'human_handover' AND tablename <> 'schema_version'`;
	const ofTable = `FORMAT('%I.%I', schemaname, tablename)`;
	return {
		async rows() {
			const names = await server.query(
				url,
				`SELECT tablename AS name, ${ofTable} AS of FROM ${tables}`,
			);
			const counts: Record<string, number> = {};
			for (const { name, of } of names) {
				const [row] = await server.query(url, `SELECT COUNT(*) AS count FROM ${String(of)}`);
				if (Number(row!['count']) > 0) counts[String(name)] = Number(row!['count']);
			}
			// One for as many transactions as there are at once, while the process is there.
			const { receipts, ...others } = counts;
			expect(receipts).toBeLessThanOrEqual(DEFAULT_CONNECTIONS);
			return others;
		},
		async bytes() {
			const [row] = await server.query(
				url,
				`SELECT SUM(pg_total_relation_size(${ofTable}::regclass)) AS bytes FROM ${tables}`,
			);
			return Number(row!['bytes']);
		},
		tidyUp: async () => void (await server.query(url, 'VACUUM')),
	};
}
