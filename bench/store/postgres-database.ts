import { Client, type ClientConfig } from 'pg';
import { startPostgres } from '../../test/servers/postgres';
import {
	TABLES,
	type BareConnection,
	type BenchDatabase,
	type Row,
	type Sql,
} from './bench-database';

const SEARCH_PATH = 'human_handover';

/** A server of its own, that does not wait for the disk: the wait would only hide what we add. */
export async function postgresDatabase(): Promise<BenchDatabase> {
	const server = await startPostgres();
	const address = await server.newDatabase();
	const inSession = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
		const client = await connect(address);
		return await work(client).finally(() => client.end());
	};
	const ask = async (sql: string) =>
		await inSession(async (client) => (await client.query<Row>(sql)).rows);
	return {
		name: 'Postgres',
		address,
		fill: async (statements) =>
			await inSession(async (client) => {
				for (const sql of [...statements, 'VACUUM ANALYZE', 'CHECKPOINT']) await client.query(sql);
			}),
		ask,
		newTwin: async () => address,
		async sizes() {
			const found = await Promise.all(
				TABLES.map((table) =>
					ask(`SELECT COUNT(*) AS rows, pg_total_relation_size('${table}') AS bytes FROM ${table}`),
				),
			);
			return found.map(([row], index) => ({
				table: TABLES[index]!,
				rows: Number(row!['rows']),
				bytes: Number(row!['bytes']),
			}));
		},
		dispose: () => server.dispose(),
	};
}

export async function barePostgres(url: string): Promise<BareConnection> {
	const client = await connect(url, { pipeline: true });
	const names = new Map<string, string>();
	const send = async ([text, ...values]: Sql): Promise<Row[]> => {
		const name = names.get(text) ?? `bare_${names.size}`;
		names.set(text, name);
		return (await client.query<Row>({ name, text: numbered(text), values })).rows;
	};
	return {
		async transact(reads, writes) {
			const begin = client.query(
				writes ? 'BEGIN' : 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
			);
			const [, ...rows] = await Promise.all([begin, ...reads.map(send)]);
			await Promise.all([
				...(writes?.(rows[0]?.[0], rows) ?? []).map(send),
				client.query('COMMIT'),
			]);
		},
		close: () => client.end(),
	};
}

async function connect(url: string, options: ClientConfig & { pipeline?: boolean } = {}) {
	const client = new Client({
		connectionString: url,
		options: `-c search_path=${SEARCH_PATH}`,
		...options,
	});
	await client.connect();
	return client;
}

function numbered(text: string): string {
	let count = 0;
	return text
		.replace('[LOCK]', 'FOR UPDATE')
		.replace('[NOT DEAD]', 'NOT dead')
		.replace(/\?/g, () => `$${++count}`);
}
