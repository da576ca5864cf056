import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { HELP, parseArguments, UsageError, type Arguments } from './arguments';
import { runDemo } from './run-demo';
import { StartError } from './start-error';
import { stopSignal } from './stop-signal';
import { dataFolder } from './user-folders';

/** Ends the process itself: 0 after Ctrl-C, 1 when something is in the way, 2 for a wrong command. */
export async function main(args: readonly string[]): Promise<void> {
	const wanted = readArguments(args);
	if (!wanted) return;
	const { platform, port, store, fresh } = wanted;
	const user = { system: process.platform, home: homedir(), variables: process.env };
	const folder = resolve(wanted.data ?? dataFolder(platform, user));
	const stop = stopSignal();
	try {
		await runDemo({ platform, port, folder, store, fresh, signal: stop });
		process.exit(0);
	} catch (error) {
		if (stop.aborted) process.exit(0);
		console.error(error instanceof StartError ? `\n${error.message}` : error);
		process.exit(1);
	}
}

function readArguments(args: readonly string[]): Arguments | undefined {
	try {
		const wanted = parseArguments(args);
		if (!wanted.help) return wanted;
		process.stdout.write(HELP);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		console.error(`${error.message} All options: npm start -- --help`);
		process.exitCode = 2;
	}
	return undefined;
}
