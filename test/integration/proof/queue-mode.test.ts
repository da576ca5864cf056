import { randomUUID } from 'node:crypto';
import { openPostgresStore } from '../../../handover/stores/postgres/open-postgres-store';
import type { Store } from '../../../handover/stores/store';
import { N8nRest } from '../../../start/n8n-rest';
import { sendMessage } from '../../../start/reference-flow-client';
import { takesPosts } from '../../../start/wait-until-live';
import { startPostgres, type PostgresServer } from '../../servers/postgres';
import { describeWithRedisAndPostgres } from '../../servers/describe-with-redis';
import { startRedis, type RedisServer } from '../../servers/redis';
import { bendN8n, PACKAGE, readN8nReference, type N8nFlow } from '../flows/n8n-flow';
import { until } from '../until';
import { BOOT_PATIENCE } from '../with-platform';
import { assignments, differences } from './compare';
import { drive } from './drive';
import { startN8nQueue, type N8nQueue } from './n8n-queue';
import { planConversations } from './plan';
import { isFullProof } from './size';

const SIZE = isFullProof
	? { messages: 2_000, conversations: 200, seed: 4 }
	: { messages: 200, conversations: 40, seed: 4 };
/** n8n answers some four messages a second on a busy machine with two cores. */
const PATIENCE = BOOT_PATIENCE + SIZE.messages * 1_000;

describeWithRedisAndPostgres('n8n in queue mode, with two workers', () => {
	let server: PostgresServer;
	let redis: RedisServer;
	let url: string;
	let store: Store;
	let queue: N8nQueue;

	beforeAll(async () => {
		server = await startPostgres();
		redis = await startRedis();
		url = await server.newDatabase();
		store = await openPostgresStore({ url }, randomUUID);
		const database = await server.newDatabase();
		queue = await startN8nQueue({ workers: 2, redisPort: redis.port, database, store: url });
	}, BOOT_PATIENCE);
	afterAll(async () => {
		await queue?.dispose();
		await store?.close();
		await redis?.dispose();
		await server?.dispose();
	}, 60_000);

	test(
		`${SIZE.messages} messages, a worker killed and Postgres restarted: as if one process had had them`,
		async () => {
			const conversations = planConversations(SIZE);
			const { report, heard } = await drive({
				apiUrl: queue.main.apiUrl,
				conversations,
				connections: 20,
				patience: 45_000,
				faults: [
					{ at: 1 / 3, strike: () => queue.replaceWorker(0) },
					{
						at: 2 / 3,
						async strike() {
							await server.stop();
							await server.start();
						},
					},
				],
			});
			process.stdout.write(`n8n in queue mode: ${JSON.stringify(report)}\n`);
			const found = await differences(store, conversations, heard);
			// Whatever is wrong is mostly wrong many times.
			expect(found.slice(0, 5)).toEqual([]);
			const each = await assignments(store, conversations);
			expect(Math.max(...each) - Math.min(...each)).toBeLessThanOrEqual(1);
			// The faults were felt.
			expect(Object.keys(report.repeated)).not.toEqual([]);
		},
		PATIENCE,
	);

	test('workers that find the store by a credential share it, too', async () => {
		const schema = 'by_credential';
		const own = await openPostgresStore({ url, schema }, randomUUID);
		const apiUrl = await publishWithCredential({
			database: 'postgres',
			urlWithPassword: url,
			schema,
		});
		const conversationId = 'c';
		const message = { conversationId, messageId: 'm', text: 'Can I talk to a human?' };
		const answers = await Promise.all([1, 2, 3, 4].map(() => sendMessage(apiUrl, message)));
		expect(answers.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
		const file = await own.read({ botId: 'default', conversationId });
		await own.close();
		expect(file?.handover?.actions.map(({ status }) => status)).toEqual(Array(6).fill('done'));
	});

	/** Another copy of the reference flow, at addresses of its own. */
	async function publishWithCredential(data: object): Promise<string> {
		const rest = new N8nRest(queue.main.url);
		await rest.logIn(queue.main.owner!);
		const name = 'Postgres';
		const id = await rest.createCredential('handoverStoreApi', name, data);
		const flow = withCredential('credential', { id, name });
		await rest.publish(await rest.createWorkflow({ name, ...flow }));
		const apiUrl = `${queue.main.apiUrl}/credential`;
		await until('the flow answers', () => takesPosts(`${apiUrl}/handover/message`));
		return apiUrl;
	}
});

function withCredential(
	path: string,
	credential: { id: string; name: string },
): Pick<N8nFlow, 'nodes' | 'connections'> {
	const reference = readN8nReference();
	const names = new Set(reference.nodes.map(({ name }) => name));
	const { nodes, connections } = bendN8n(reference, { name: path });
	return {
		nodes: nodes
			.filter(({ name }) => !names.has(name))
			.map((node) => ({
				...node,
				...(node.type.startsWith(PACKAGE) && { credentials: { handoverStoreApi: credential } }),
			})),
		connections: Object.fromEntries(
			Object.entries(connections).filter(([from]) => !names.has(from)),
		),
	};
}
