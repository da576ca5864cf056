import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from '../nodes/is-running';

/** Gives the lock back. */
export type Release = () => void;

/**
 * Takes the lock file, or returns the id of the living process that has it. A dead one's lock is
 * taken over.
 */
export function tryLock(path: string): Release | number {
	// A link appears with its content at once; a file that is written could be read while empty.
	const own = `${path}.${process.pid}`;
	writeFileSync(own, String(process.pid));
	try {
		for (;;) {
			if (link(own, path)) return () => rmSync(path, { force: true });
			const holder = readHolder(path);
			if (holder !== undefined && isRunning(holder)) return holder;
			rmSync(path, { force: true });
		}
	} finally {
		rmSync(own, { force: true });
	}
}

/** Waits for the lock, works, and gives it back. `onWait` hears once who has it. */
export async function withLock<T>(
	path: string,
	work: () => Promise<T>,
	options: { onWait?: (holder: number) => void; signal?: AbortSignal | undefined } = {},
): Promise<T> {
	let taken = tryLock(path);
	if (typeof taken === 'number') options.onWait?.(taken);
	while (typeof taken === 'number') {
		await sleep(500, undefined, options.signal ? { signal: options.signal } : {});
		taken = tryLock(path);
	}
	try {
		return await work();
	} finally {
		taken();
	}
}

function link(from: string, to: string): boolean {
	try {
		linkSync(from, to);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

function readHolder(path: string): number | undefined {
	try {
		return Number(readFileSync(path, 'utf8')) || undefined;
	} catch {
		return undefined;
	}
}
