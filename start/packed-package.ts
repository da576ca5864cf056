import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withLock } from './lock';
import { SILENT, type Progress } from './progress';
import { runNpm } from './run-npm';

export const PROJECT = resolve(__dirname, '..');
const FOLDER = join(PROJECT, '.tmp', 'package');
const TARBALL = join(FOLDER, 'human-handover.tgz');

/** What ends up in the tarball, or decides how it is made. */
const SOURCES = [
	'build',
	'credentials',
	'docs',
	'flows',
	'gulpfile.js',
	'handover',
	'nodes',
	'LICENSE',
	'package.json',
	'README.md',
	'tsconfig.json',
];

/**
 * Builds the package and packs it as npm would publish it, unless the last tarball is newer than all
 * sources. `HANDOVER_TARBALL` names one to use as it is.
 */
export async function packPackage(
	progress: Progress = SILENT,
	signal?: AbortSignal,
): Promise<string> {
	const given = process.env.HANDOVER_TARBALL;
	if (given) return resolve(given);
	mkdirSync(FOLDER, { recursive: true });
	// Two builds at once would write the same dist/.
	return await withLock(
		join(FOLDER, '.lock'),
		async () => {
			if (isUpToDate()) return TARBALL;
			await progress.step('Building the package', () => runNpm(['run', 'build'], PROJECT, signal));
			await progress.step('Packing it', () => pack(signal));
			return TARBALL;
		},
		{
			signal,
			onWait: (holder) => progress.note(`Waiting for process ${holder}, which is building.`),
		},
	);
}

async function pack(signal: AbortSignal | undefined): Promise<void> {
	const fresh = join(FOLDER, 'fresh');
	rmSync(fresh, { recursive: true, force: true });
	mkdirSync(fresh);
	await runNpm(['pack', '--ignore-scripts', '--pack-destination', fresh], PROJECT, signal);
	const [name] = readdirSync(fresh);
	if (!name) throw new Error('npm pack left no tarball');
	renameSync(join(fresh, name), TARBALL);
}

function isUpToDate(): boolean {
	if (!existsSync(TARBALL)) return false;
	const packed = statSync(TARBALL).mtimeMs;
	return SOURCES.every((source) => newestChange(join(PROJECT, source)) < packed);
}

/** Folders count too: their time changes when a file in them goes away. */
function newestChange(path: string): number {
	const stats = statSync(path, { throwIfNoEntry: false });
	if (!stats) return 0;
	if (!stats.isDirectory()) return stats.mtimeMs;
	return Math.max(
		stats.mtimeMs,
		...readdirSync(path).map((name) => newestChange(join(path, name))),
	);
}
