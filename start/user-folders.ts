import { posix } from 'node:path';
import type { PlatformName } from './arguments';

/** What decides where a user's files belong. */
export interface UserEnvironment {
	system: NodeJS.Platform;
	home: string;
	variables: NodeJS.ProcessEnv;
}

const OWN = 'human-handover';

/** Where flows and conversations stay between two starts. */
export function dataFolder(platform: PlatformName, user: UserEnvironment): string {
	return posix.join(
		base(user, 'XDG_DATA_HOME', 'Library/Application Support', '.local/share'),
		OWN,
		platform,
	);
}

/** What can be downloaded again. */
export function cacheFolder(user: UserEnvironment): string {
	return posix.join(base(user, 'XDG_CACHE_HOME', 'Library/Caches', '.cache'), OWN);
}

function base(user: UserEnvironment, variable: string, onMac: string, elsewhere: string): string {
	const set = user.variables[variable];
	// The XDG specification: a relative path counts as not set.
	if (set && posix.isAbsolute(set)) return set;
	return posix.join(user.home, user.system === 'darwin' ? onMac : elsewhere);
}
