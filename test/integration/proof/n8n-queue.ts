import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment } from '../../../start/child-environment';
import { installedN8n } from '../../../start/n8n-installation';
import { n8nVariables } from '../../../start/n8n-server';
import { packPackage } from '../../../start/packed-package';
import type { RunningPlatform } from '../../../start/platform';
import { freePort, HOST } from '../../../start/ports';
import { startGroup, type ProcessGroup } from '../../../start/process-group';
import { startPlatform } from '../../../start/start-platform';
import { waitUntilLive } from '../../../start/wait-until-live';
import { putPackage } from '../ready-folders';

const STARTING = 180_000;
const LEASH = join(__dirname, '../../../start/stop-with-parent.js');

export interface QueueOptions {
	workers: number;
	redisPort: number;
	/** n8n's own database, a `postgres://` URL. */
	database: string;
	/** The handover store of all processes. */
	store: string;
}

/** n8n in queue mode: a main process, and workers that carry the executions out. */
export interface N8nQueue {
	main: RunningPlatform;
	/** `kill -9`, and another one in its place. */
	replaceWorker(index: number): Promise<void>;
	dispose(): Promise<void>;
}

/** Each process has a user folder of its own with the packed package in it, as in a container. */
export async function startN8nQueue(options: QueueOptions): Promise<N8nQueue> {
	const folder = mkdtempSync(join(tmpdir(), 'handover-queue-'));
	const tarball = await packPackage();
	await putPackage(tarball, join(folder, 'main', '.n8n', 'nodes'));
	const env = queueVariables(options);
	const main = await startPlatform('n8n', {
		port: await freePort(),
		dataDir: join(folder, 'main'),
		tarball,
		store: options.store,
		env,
	});
	const start = (index: number) =>
		startWorker(join(folder, `worker-${index}`), tarball, {
			...env,
			HANDOVER_STORE: options.store,
		});
	const workers = await Promise.all(
		Array.from({ length: options.workers }, (_, index) => start(index)),
	);
	return {
		main,
		async replaceWorker(index) {
			await workers[index]!.kill();
			workers[index] = await start(index);
		},
		async dispose() {
			await Promise.all([main, ...workers].map((one) => one.stop()));
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** What all processes have in common. */
function queueVariables({ redisPort, database }: QueueOptions): NodeJS.ProcessEnv {
	const { hostname, port, pathname, username, password } = new URL(database);
	return {
		EXECUTIONS_MODE: 'queue',
		N8N_ENCRYPTION_KEY: randomBytes(16).toString('hex'),
		QUEUE_BULL_REDIS_HOST: HOST,
		QUEUE_BULL_REDIS_PORT: String(redisPort),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: hostname,
		DB_POSTGRESDB_PORT: port,
		DB_POSTGRESDB_DATABASE: pathname.slice(1),
		DB_POSTGRESDB_USER: username,
		DB_POSTGRESDB_PASSWORD: decodeURIComponent(password),
	};
}

async function startWorker(
	dataDir: string,
	tarball: string,
	env: NodeJS.ProcessEnv,
): Promise<ProcessGroup> {
	const installation = await installedN8n();
	mkdirSync(dataDir, { recursive: true });
	await putPackage(tarball, join(dataDir, '.n8n', 'nodes'));
	const program = join(installation, 'node_modules', 'n8n', 'bin', 'n8n');
	const healthPort = await freePort();
	const group = startGroup(
		process.execPath,
		['--require', LEASH, program, 'worker', '--concurrency=5'],
		{
			cwd: dataDir,
			env: childEnvironment({
				...(await n8nVariables(dataDir, await freePort())),
				...env,
				QUEUE_HEALTH_CHECK_ACTIVE: 'true',
				QUEUE_HEALTH_CHECK_PORT: String(healthPort),
			}),
			leash: true,
		},
	);
	const isUp = async () => (await fetch(`http://${HOST}:${healthPort}/healthz`)).ok;
	if (await waitUntilLive(group, isUp, STARTING)) return group;
	await group.kill();
	throw new Error(['A worker did not start:', ...group.lastLines()].join('\n  '));
}
