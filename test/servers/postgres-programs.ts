import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian keeps them off the PATH, one folder per version; Homebrew too. */
const PARENTS: Array<[folder: string, inner: string]> = [
	['/usr/lib/postgresql', 'bin'],
	['/opt/homebrew/opt', 'bin'],
	['/usr/local/opt', 'bin'],
];

/** The folder with `initdb` and `postgres`, the newest version first; undefined where there is none. */
export function postgresPrograms(): string | undefined {
	const versions = PARENTS.flatMap(([parent, inner]) =>
		listFolder(parent)
			.filter((name) => /^(postgresql(@\d+)?|\d+)$/.test(name))
			.sort((one, other) => versionOf(other) - versionOf(one))
			.map((name) => join(parent, name, inner)),
	);
	const onPath = (process.env.PATH ?? '').split(delimiter);
	return [...onPath, ...versions].find(
		(folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
	);
}

function listFolder(folder: string): string[] {
	return existsSync(folder) ? readdirSync(folder) : [];
}

function versionOf(name: string): number {
	return Number(/\d+/.exec(name)?.[0] ?? 0);
}

/** Postgres refuses to run as root: there it runs as the user of Debian's package, or as nobody. */
export function serverUser(): { uid: number; gid: number } | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const users = readFileSync('/etc/passwd', 'utf8').split('\n');
	for (const name of ['postgres', 'nobody']) {
		const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
		if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
	}
	throw new Error('There is neither a user "postgres" nor "nobody" to run Postgres as.');
}
