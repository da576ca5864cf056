import { parseArgs } from 'node:util';

export interface Arguments {
	from: string;
	/** Undefined: `from` is only to be opened again for writing. */
	to: string | undefined;
	dryRun: boolean;
}

/** The command line cannot be carried out as it is. The message says what to change. */
export class UsageError extends Error {}

export const HELP = `Moves all conversations, jobs, staff, settings, channels and events from a SQLite store to an empty Postgres store.

  npm run migrate-store -- --from sqlite:PATH --to postgres://user:password@host:5432/database

Options:
  --dry-run   copy and compare, and move nothing (Postgres keeps the empty tables)
  --reopen    let a SQLite store that was moved be written again: npm run migrate-store -- --reopen --from sqlite:PATH
  --help      this text

n8n and Node-RED may run on: what they write meanwhile waits, or fails with STORE_BUSY and can be tried
again. Afterwards the SQLite store refuses every write with STORE_MOVED, so that nothing gets lost in it.

Exit status: 0 moved, 1 not moved (the SQLite store is as it was), 2 wrong command.
`;

/** Undefined: help was asked for. @throws {UsageError} */
export function parseArguments(args: readonly string[]): Arguments | undefined {
	const { from, to, reopen, help, 'dry-run': dryRun = false } = parse(args);
	if (help) return undefined;
	if (!from?.startsWith('sqlite:') || from === 'sqlite:') {
		throw new UsageError('--from is sqlite:PATH.');
	}
	if (reopen) return { from: from.slice('sqlite:'.length), to: undefined, dryRun };
	if (!to || !/^postgres(ql)?:\/\//.test(to)) {
		throw new UsageError('--to is postgres://user:password@host:5432/database.');
	}
	return { from: from.slice('sqlite:'.length), to, dryRun };
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: {
				from: { type: 'string' },
				to: { type: 'string' },
				reopen: { type: 'boolean' },
				'dry-run': { type: 'boolean' },
				help: { type: 'boolean', short: 'h' },
			},
		}).values;
	} catch {
		throw new UsageError('There are --from, --to, --dry-run, --reopen and --help.');
	}
}
