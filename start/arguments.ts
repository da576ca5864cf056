import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const PLATFORMS = ['node-red', 'n8n'] as const;
export type PlatformName = (typeof PLATFORMS)[number];

/** The ports that builders know each platform by. */
export const DEFAULT_PORTS: Record<PlatformName, number> = { 'node-red': 1880, n8n: 5678 };

export interface Arguments {
	platform: PlatformName;
	port: number;
	/** Undefined: the platform's folder in the user's data directory. */
	data: string | undefined;
	/** `sqlite:/path` or a `postgres://` URL; undefined: a file in the data folder. */
	store: string | undefined;
	fresh: boolean;
	help: boolean;
}

/** The command line cannot be carried out as it is. The message says what to change. */
export class UsageError extends Error {}

export const HELP = `Starts Node-RED or n8n with the reference flow and a chat page to try it.

  npm start                      Node-RED
  npm start -- n8n               n8n (installed once, into a cache)

Options, after the --:
  --port <number>   the editor's port (default: ${DEFAULT_PORTS['node-red']} for Node-RED, ${DEFAULT_PORTS.n8n} for n8n)
                    The chat page takes the one 100 above it, or any other that is free
  --data <folder>   where flows and conversations are kept
  --store <store>   sqlite:PATH or postgres://user:password@host/database, to share conversations
                    between several copies; each needs a --port and --data of its own
  --fresh           empties that folder first, and leaves a --store as it is
  --help            this text
`;

/** @throws {UsageError} */
export function parseArguments(args: readonly string[]): Arguments {
	const { values, positionals } = parse(args);
	const [platform = 'node-red', ...rest] = positionals;
	if (!isPlatform(platform)) {
		throw new UsageError(`There is no platform "${platform}". Choose ${PLATFORMS.join(' or ')}.`);
	}
	if (rest.length) {
		throw new UsageError(`One platform at a time: "${rest.join(' ')}" is one argument too many.`);
	}
	return {
		platform,
		port: values.port === undefined ? DEFAULT_PORTS[platform] : parsePort(values.port),
		data: parseFolder(values.data),
		store: parseStore(values.store),
		fresh: values.fresh ?? false,
		help: values.help ?? false,
	};
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				port: { type: 'string', short: 'p' },
				data: { type: 'string' },
				store: { type: 'string' },
				fresh: { type: 'boolean' },
				help: { type: 'boolean', short: 'h' },
			},
		});
	} catch (error) {
		throw new UsageError(plain((error as Error).message));
	}
}

/** Node adds advice on `--` that misleads here, where npm has a `--` of its own. */
function plain(message: string): string {
	const [first = message] = message.split(/\.? To specify a positional|\n/);
	return `${first.replace(/\.$/, '')}.`;
}

function isPlatform(name: string): name is PlatformName {
	return (PLATFORMS as readonly string[]).includes(name);
}

function parsePort(text: string): number {
	const port = Number(text);
	if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
	throw new UsageError(`"${text}" is no port. Give a number from 1 to 65535.`);
}

function parseFolder(text: string | undefined): string | undefined {
	if (text === undefined || text.trim()) return text;
	throw new UsageError('--data needs the name of a folder.');
}

function parseStore(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	if (/^postgres(ql)?:\/\/.*\/./.test(text)) return text;
	const path = /^sqlite:(.+)$/.exec(text)?.[1];
	if (path) return `sqlite:${resolve(path)}`;
	throw new UsageError('--store is sqlite:PATH or postgres://user:password@host:5432/database.');
}
