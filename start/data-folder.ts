import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlatformName } from './arguments';
import { tryLock, type Release } from './lock';
import { StartError } from './start-error';

/** Says that the folder is ours to empty, and whose data it holds. */
const MARKER = '.human-handover';
/** There while a platform runs on the folder. */
const LOCK = '.in-use';

/**
 * Takes the folder for one run on `platform`, and empties it first if `fresh`. A folder with files in
 * it that are not ours is refused, so that `--fresh` can never cost anybody theirs.
 * @throws {StartError}
 */
export function openDataFolder(folder: string, platform: PlatformName, fresh: boolean): Release {
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		claim(folder, platform);
		const lock = tryLock(join(folder, LOCK));
		if (typeof lock === 'number') {
			throw new StartError(
				`Process ${lock} is running on ${folder}. Stop it, or give another folder with --data.`,
			);
		}
		if (fresh) empty(folder);
		return lock;
	} catch (error) {
		if (error instanceof StartError) throw error;
		throw new StartError(`The data folder ${folder} cannot be used: ${(error as Error).message}`);
	}
}

function claim(folder: string, platform: PlatformName): void {
	const marker = join(folder, MARKER);
	if (existsSync(marker)) {
		const owner = readFileSync(marker, 'utf8').trim();
		if (owner === platform) return;
		throw new StartError(
			`${folder} holds data of ${owner}, not of ${platform}. Give another folder with --data.`,
		);
	}
	if (readdirSync(folder).length > 0) {
		throw new StartError(
			`${folder} has files in it that are not ours. Give an empty or a new folder with --data.`,
		);
	}
	writeFileSync(marker, `${platform}\n`);
}

function empty(folder: string): void {
	for (const name of readdirSync(folder)) {
		if (name !== MARKER && name !== LOCK)
			rmSync(join(folder, name), { recursive: true, force: true });
	}
}
