import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PlatformName } from '../../start/arguments';
import { N8nRest, type WorkflowFile } from '../../start/n8n-rest';
import { PROJECT, packPackage } from '../../start/packed-package';
import type { RunningPlatform } from '../../start/platform';
import { freePort, HOST } from '../../start/ports';
import { startPlatform } from '../../start/start-platform';
import { startPostgres, type PostgresServer } from '../../test/servers/postgres';
import { get, post } from './http-client';
import type { Addresses } from './races';
import { startRedis, type RedisServer } from './redis';
import { slowDownBots } from './slow-bot';

export interface FlowsUnderTest {
	ours: Addresses;
	peer: Addresses;
	/** The platform's process group. */
	group: number;
	stop(): Promise<void>;
}

/**
 * The reference flow and its peer of stock nodes, in the same process of the platform, so that nothing
 * but the flows differs. Ours has its store in a file, or on Postgres.
 */
export async function startFlows(
	platform: PlatformName,
	database: 'sqlite' | 'postgres',
): Promise<FlowsUnderTest> {
	const folder = mkdtempSync(join(tmpdir(), 'handover-bench-'));
	const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
	const running = await startPlatform(platform, {
		port: await freePort(),
		dataDir: join(folder, 'data'),
		tarball: await packPackage(),
		flow: writeFlow(platform, folder),
		env: database === 'postgres' ? { HANDOVER_STORE: await postgres.newDatabase() } : {},
	});
	if (platform === 'n8n') await publishPeer(running, postgres, redis);
	const at = (name: string) => ({
		message: `${running.apiUrl}/${name}/message`,
		conversation: `${running.apiUrl}/${name}/conversation?id=`,
	});
	const flows = { ours: at('handover'), peer: at('peer') };
	for (const addresses of Object.values(flows)) await waitUntilItAnswers(addresses);
	return {
		...flows,
		group: running.pid,
		async stop() {
			await running.stop();
			await Promise.all([postgres.dispose(), redis.stop()]);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

const read = (path: string): unknown => JSON.parse(readFileSync(join(PROJECT, path), 'utf8'));

function writeFlow(platform: PlatformName, folder: string): string {
	const file = join(folder, 'flow.json');
	const reference = read(`flows/${platform}/reference.json`);
	const flow =
		platform === 'n8n'
			? slowed(reference as WorkflowFile)
			: slowDownBots([
					...(reference as object[]),
					...(read('bench/peers/node-red.json') as object[]),
				]);
	writeFileSync(file, JSON.stringify(flow));
	return file;
}

function slowed(workflow: WorkflowFile): WorkflowFile {
	return { ...workflow, nodes: slowDownBots(workflow.nodes as object[]) };
}

async function publishPeer(
	{ url, owner }: RunningPlatform,
	postgres: PostgresServer,
	redis: RedisServer,
): Promise<void> {
	const database = await postgres.newDatabase();
	await postgres.query(database, readFileSync(join(PROJECT, 'bench/peers/n8n-tables.sql'), 'utf8'));
	const { username, password, pathname } = new URL(database);
	const rest = new N8nRest(url);
	await rest.logIn(owner!);
	const ids = {
		REDIS: await rest.createCredential('redis', 'Redis', { host: HOST, port: redis.port }),
		POSTGRES: await rest.createCredential('postgres', 'Postgres', {
			host: HOST,
			port: postgres.port,
			database: pathname.slice(1),
			user: username,
			password: decodeURIComponent(password),
			ssl: 'disable',
			maxConnections: 10,
		}),
	};
	const peer = JSON.stringify(slowed(read('bench/peers/n8n.json') as WorkflowFile));
	const named = peer
		.replaceAll('"REDIS"', `"${ids.REDIS}"`)
		.replaceAll('"POSTGRES"', `"${ids.POSTGRES}"`);
	await rest.publish(await rest.createWorkflow(JSON.parse(named) as WorkflowFile));
}

/** Webhooks answer a moment after they are published. */
async function waitUntilItAnswers({ message, conversation }: Addresses): Promise<void> {
	const deadline = Date.now() + 30_000;
	for (;;) {
		try {
			await post(message, { conversationId: 'first', messageId: '1', text: 'Hello!' });
			await get(`${conversation}first`);
			return;
		} catch (error) {
			if (Date.now() > deadline) throw error;
			await sleep(250);
		}
	}
}
