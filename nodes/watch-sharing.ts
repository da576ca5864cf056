import { readdirSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { networkShareOf } from './network-share';

/** One kernel, whatever containers it runs: within it, locks on files can be relied on. */
export interface Machine {
	id: string;
	/** For people. */
	name: string;
}

export interface Sharing {
	path: string;
	warn: (text: string) => void;
	machine?: Machine;
	/** Milliseconds. */
	every?: number;
	/** See {@link networkShareOf}. */
	shareOf?: (folder: string) => string | undefined;
}

const MINUTE = 60_000;
/** Milliseconds after which a machine that shows no sign is not there any more. */
const GONE = 24 * 60 * MINUTE;

/**
 * Warns once of a SQLite file on a network share, and once of each other machine that uses it at the
 * same time: SQLite's locks do not hold there, and conversations get lost. Each machine touches a
 * small file beside the store every minute; one that is touched after we began is somebody else's.
 * Never throws: a folder that cannot be written shows that elsewhere. Returns what ends it.
 */
export function watchSharing(sharing: Sharing): () => void {
	const { path, warn, machine = thisMachine(), every = MINUTE, shareOf = networkShareOf } = sharing;
	const prefix = `${basename(path)}-host-`;
	const folder = dirname(path);
	const own = join(folder, prefix + machine.id);
	const warned = new Set<string>();
	let began: number | undefined;

	function look(): void {
		writeFileSync(own, `${machine.name}\n`);
		began ??= statSync(own).mtimeMs;
		for (const name of readdirSync(folder)) {
			const file = join(folder, name);
			if (!name.startsWith(prefix) || file === own || warned.has(name)) continue;
			const seen = statSync(file).mtimeMs;
			if (seen < began - GONE) rmSync(file, { force: true });
			if (seen <= began) continue;
			warned.add(name);
			warn(
				`Another machine (${readFileSync(file, 'utf8').trim()}) uses the same SQLite store at the same time. Conversations can get lost: use Postgres for several machines.`,
			);
		}
	}

	const share = quietly(() => shareOf(folder));
	if (share !== undefined) {
		warn(
			`The SQLite store lies on a share (${share}), which cannot lock it reliably: conversations can get lost. Put it on a disk of this machine, or use Postgres.`,
		);
	}
	quietly(look);
	const timer = setInterval(() => quietly(look), every).unref();
	return () => {
		clearInterval(timer);
		quietly(() => unlinkSync(own));
	};
}

function quietly<T>(work: () => T): T | undefined {
	try {
		return work();
	} catch {
		return undefined;
	}
}

/** A container has a host name of its own, and the kernel of the machine that it is on. */
function thisMachine(): Machine {
	const kernel = quietly(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
	const name = hostname();
	return { id: (kernel ?? name).replace(/[^\w.-]/g, '_'), name };
}
