import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packPackage } from '../../start/packed-package';
import type { RunningPlatform } from '../../start/platform';
import { freePort } from '../../start/ports';
import { startPlatform } from '../../start/start-platform';

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

export async function startTestPlatform(
	name: PlatformUnderTest,
	flow?: string,
): Promise<TestPlatform> {
	const dataDir = mkdtempSync(join(tmpdir(), `handover-${name}-`));
	const tarball = await packPackage();
	const port = await freePort();
	const start = () => startPlatform(name, { port, dataDir, tarball, ...(flow ? { flow } : {}) });
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
