import type { PlatformName } from './arguments';
import { startN8n } from './n8n-server';
import { startNodeRed } from './node-red-server';
import type { PlatformOptions, RunningPlatform } from './platform';

const STARTERS: Record<PlatformName, (options: PlatformOptions) => Promise<RunningPlatform>> = {
	'node-red': startNodeRed,
	n8n: startN8n,
};

export function startPlatform(
	name: PlatformName,
	options: PlatformOptions,
): Promise<RunningPlatform> {
	return STARTERS[name](options);
}
