import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
import { startRedis, type RedisServer } from '../../test/servers/redis';
import { post } from './http-client';
import type { Addresses, Contender, Flows } from './contenders';
import { NODE_RED_SETTINGS, ON_DISK, peerOnDisk } from './on-disk';
import { PASS_THROUGH, passThroughN8n, passThroughNodeRed } from './pass-through';
import type { NodeRedNode } from './second-flow';
import { slowDownBots } from './slow-bot';

export interface FlowsUnderTest {
	flows: Flows;
	/** The platform's process group. */
	group(): number;
	/** Ends the platform by SIGKILL and starts it again. */
	crash(): Promise<void>;
	stop(): Promise<void>;
}

/** Where each flow answers. */
const FOLDERS: Record<PlatformName, Array<[Contender, string]>> = {
	'node-red': [
		['peer', 'peer'],
		['peerOnDisk', ON_DISK],
		['passThrough', PASS_THROUGH],
		['ours', 'handover'],
	],
	n8n: [
		['peer', 'peer'],
		['passThrough', PASS_THROUGH],
		['ours', 'handover'],
	],
};

/**
 * The reference flow, the same with pass-through nodes, and its peer of stock nodes, in the same process
 * of the platform, so that nothing but the flows differs. Ours has its store in a file, or on Postgres.
 */
export async function startFlows(
	platform: PlatformName,
	database: 'sqlite' | 'postgres',
): Promise<FlowsUnderTest> {
	const folder = mkdtempSync(join(tmpdir(), 'handover-bench-'));
	const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
	const dataDir = join(folder, 'data');
	mkdirSync(dataDir);
	if (platform === 'node-red') writeFileSync(join(dataDir, 'settings.js'), NODE_RED_SETTINGS);
	const options = {
		port: await freePort(),
		dataDir,
		tarball: await packPackage(),
		flow: writeFlow(platform, folder),
		env: database === 'postgres' ? { HANDOVER_STORE: await postgres.newDatabase() } : {},
	};
	let running = await startPlatform(platform, options);
	if (platform === 'n8n') await publishOthers(running, postgres, redis);
	const at = (name: string): Addresses => ({
		message: `${running.apiUrl}/${name}/message`,
		conversation: `${running.apiUrl}/${name}/conversation?id=`,
	});
	const flows = new Map(FOLDERS[platform].map(([contender, folder]) => [contender, at(folder)]));
	const allAnswer = async () => {
		for (const { message } of flows.values()) await waitUntilItAnswers(message);
	};
	await allAnswer();
	return {
		flows,
		group: () => running.pid,
		async crash() {
			await running.kill();
			running = await startPlatform(platform, options);
			await allAnswer();
		},
		async stop() {
			await running.stop();
			await Promise.all([postgres.dispose(), redis.dispose()]);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

const read = <Content>(path: string): Content =>
	JSON.parse(readFileSync(join(PROJECT, path), 'utf8')) as Content;

/** Ours; on Node-RED, where a deployment is one file, the others as well. */
function writeFlow(platform: PlatformName, folder: string): string {
	const file = join(folder, 'flow.json');
	writeFileSync(file, JSON.stringify(platform === 'n8n' ? readN8n() : readNodeRed()));
	return file;
}

const readN8n = (path = 'flows/n8n/reference.json') => slowed(read<WorkflowFile>(path));

function readNodeRed(): NodeRedNode[] {
	const reference = read<NodeRedNode[]>('flows/node-red/reference.json');
	const peer = read<NodeRedNode[]>('bench/peers/node-red.json');
	return slowDownBots([
		...reference,
		...passThroughNodeRed(reference),
		...peer,
		...peerOnDisk(peer),
	]);
}

function slowed(workflow: WorkflowFile): WorkflowFile {
	return { ...workflow, nodes: slowDownBots(workflow.nodes as object[]) };
}

async function publishOthers(
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
	const peer = JSON.stringify(readN8n('bench/peers/n8n.json'))
		.replaceAll('"REDIS"', `"${ids.REDIS}"`)
		.replaceAll('"POSTGRES"', `"${ids.POSTGRES}"`);
	for (const flow of [JSON.parse(peer) as WorkflowFile, passThroughN8n(readN8n())])
		await rest.publish(await rest.createWorkflow(flow));
}

/** Webhooks answer a moment after they are published. */
async function waitUntilItAnswers(message: string): Promise<void> {
	const deadline = Date.now() + 30_000;
	for (;;) {
		try {
			await post(message, { conversationId: 'first', messageId: '1', text: 'Hello!' });
			return;
		} catch (error) {
			if (Date.now() > deadline) throw error;
			await sleep(250);
		}
	}
}
