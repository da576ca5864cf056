import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packPackage } from '../../start/packed-package';
import type { RunningPlatform } from '../../start/platform';
import { freePort } from '../../start/ports';
import { startPlatform } from '../../start/start-platform';
import { takesPosts } from '../../start/wait-until-live';
import type { N8nFlow } from './flows/n8n-flow';
import { putN8nFolder, putPackage } from './ready-folders';
import { until } from './until';

export const PLATFORMS = ['node-red', 'n8n'] as const;
export type PlatformUnderTest = (typeof PLATFORMS)[number];

/** Installing n8n for the first time, then its boot. */
export const BOOT_PATIENCE = 15 * 60_000;

/** A platform with the packed package in a temporary folder, which can be stopped, killed and started. */
export interface TestPlatform {
	running: RunningPlatform;
	restart(how: 'stop' | 'kill'): Promise<void>;
	dispose(): Promise<void>;
}

export interface TestPlatformOptions {
	/** Where the store really lies; default: where the platform keeps it. */
	storeFolder?: string;
	/** Another store than the platform's own file; see `PlatformOptions`. */
	store?: string;
	/** More variables for its process. */
	env?: NodeJS.ProcessEnv;
	/** Hears each line that the platform prints. */
	log?: (line: string) => void;
}

/** What a first start of each would spend its time on. */
const PREPARE = {
	'node-red': async (dataDir: string, tarball: string) => await putPackage(tarball, dataDir),
	async n8n(dataDir: string, tarball: string) {
		await putN8nFolder(dataDir);
		await putPackage(tarball, join(dataDir, '.n8n', 'nodes'));
	},
};

export async function startTestPlatform(
	name: PlatformUnderTest,
	flow?: string,
	{ storeFolder, ...options }: TestPlatformOptions = {},
): Promise<TestPlatform> {
	const dataDir = mkdtempSync(join(tmpdir(), `handover-${name}-`));
	const tarball = await packPackage();
	await PREPARE[name](dataDir, tarball);
	if (storeFolder) linkStore(join(dataDir, name === 'n8n' ? '.n8n' : ''), storeFolder);
	const port = await freePort();
	const start = async () => {
		const flowOption = flow ? { flow } : {};
		const running = await startPlatform(name, {
			port,
			dataDir,
			tarball,
			...flowOption,
			...options,
		});
		// The start waits for the reference flow's; n8n begins to listen at one after the other.
		if (name === 'n8n' && flow && running.flowAnswers) await allListen(running.apiUrl, flow);
		return running;
	};
	const platform: TestPlatform = {
		running: await start(),
		async restart(how) {
			await platform.running[how]();
			platform.running = await start();
		},
		async dispose() {
			await platform.running.stop();
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
	return platform;
}

async function allListen(apiUrl: string, flow: string): Promise<void> {
	const { nodes } = JSON.parse(readFileSync(flow, 'utf8')) as N8nFlow;
	const posts = nodes
		.filter(({ type }) => type === 'n8n-nodes-base.webhook')
		.filter(({ parameters }) => parameters['httpMethod'] === 'POST');
	for (const { parameters } of posts) {
		const url = `${apiUrl}/${String(parameters['path'])}`;
		await until(`n8n listens at ${url}`, async () => await takesPosts(url));
	}
}

function linkStore(folder: string, storeFolder: string): void {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	symlinkSync(join(storeFolder, 'handover.sqlite'), join(folder, 'handover.sqlite'));
}
