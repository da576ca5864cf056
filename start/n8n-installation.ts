import { existsSync, mkdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './lock';
import { SILENT, type Progress } from './progress';
import { runNpm } from './run-npm';
import { StartError } from './start-error';
import { cacheFolder } from './user-folders';

export const N8N_VERSION = '2.40.7';
const OLDEST_NODE_FOR_N8N = 24;
/** 2.8 GB installed, and what npm keeps aside meanwhile. */
const NEEDED_BYTES = 3.5 * 2 ** 30;
const COMPLETE = '.complete';

/**
 * The folder of an n8n in the user's cache, installed there the first time. A run that was cut off
 * leaves nothing behind that a later one could take for an installation.
 * @throws {StartError}
 */
export async function installedN8n(
	progress: Progress = SILENT,
	signal?: AbortSignal,
): Promise<string> {
	const major = Number(process.versions.node.split('.')[0]);
	if (major < OLDEST_NODE_FOR_N8N) {
		throw new StartError(
			`n8n ${N8N_VERSION} needs Node.js ${OLDEST_NODE_FOR_N8N} or newer; this is ${process.versions.node}. Run it with \`npm start -- n8n\`, which brings its own Node.js.`,
		);
	}
	const cache = cacheFolder({ system: process.platform, home: homedir(), variables: process.env });
	const folder = join(cache, `n8n-${N8N_VERSION}-node${major}`);
	if (isComplete(folder)) return folder;
	mkdirSync(cache, { recursive: true });
	await withLock(
		`${folder}.lock`,
		async () => {
			if (!isComplete(folder)) await install(folder, progress, signal);
		},
		{
			signal,
			onWait: (holder) => progress.note(`Waiting for process ${holder}, which is installing n8n.`),
		},
	);
	return folder;
}

function isComplete(folder: string): boolean {
	return existsSync(join(folder, COMPLETE));
}

async function install(
	folder: string,
	progress: Progress,
	signal: AbortSignal | undefined,
): Promise<void> {
	const building = `${folder}.installing`;
	for (const left of [building, folder]) rmSync(left, { recursive: true, force: true });
	checkSpace(join(folder, '..'));
	mkdirSync(building);
	writeFileSync(join(building, 'package.json'), '{\n\t"private": true\n}\n');
	progress.note(
		`n8n ${N8N_VERSION} is installed once, into ${folder}: about 3 GB, in 5 to 10 minutes.`,
	);
	const quiet = ['--prefix', building, '--no-audit', '--no-fund'];
	try {
		await progress.step(
			`Installing n8n ${N8N_VERSION}`,
			// Its install scripts fetch add-ons that are not needed here, and fail without them.
			() =>
				runNpm(['install', `n8n@${N8N_VERSION}`, '--ignore-scripts', ...quiet], building, signal),
			measureGrowth(building),
		);
		await progress.step("Building n8n's database driver", () =>
			runNpm(['rebuild', 'sqlite3', ...quiet], building, signal),
		);
	} catch (error) {
		rmSync(building, { recursive: true, force: true });
		throw error;
	}
	writeFileSync(join(building, COMPLETE), `${N8N_VERSION}\n`);
	renameSync(building, folder);
}

function checkSpace(folder: string): void {
	const free = freeBytes(folder);
	if (free >= NEEDED_BYTES) return;
	throw new StartError(
		`n8n needs ${gigabytes(NEEDED_BYTES)} of disk in ${folder}, and ${gigabytes(free)} are free. Free some, or set XDG_CACHE_HOME to a folder on another disk.`,
	);
}

/** Measured by what the disk lost: to add up 200,000 files would take longer than it is worth. */
function measureGrowth(folder: string): () => string {
	const before = freeBytes(folder);
	return () => {
		if (!existsSync(join(folder, 'node_modules'))) return 'asking the registry what it needs';
		return `${gigabytes(Math.max(0, before - freeBytes(folder)))} of about 3 GB`;
	};
}

function freeBytes(folder: string): number {
	const { bavail, bsize } = statfsSync(folder);
	return bavail * bsize;
}

function gigabytes(bytes: number): string {
	return `${(bytes / 2 ** 30).toFixed(1)} GB`;
}
