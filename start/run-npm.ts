import { basename } from 'node:path';
import { childEnvironment } from './child-environment';
import { startGroup } from './process-group';
import { StartError } from './start-error';

/**
 * Runs npm to its end and returns what it printed to the last lines kept.
 * @throws {StartError} with those lines when it fails; the signal's reason when it is aborted.
 */
export async function runNpm(
	args: readonly string[],
	cwd: string,
	signal?: AbortSignal,
): Promise<string[]> {
	signal?.throwIfAborted();
	const [program, ...first] = npmCommand();
	const group = startGroup(program, [...first, ...args], { cwd, env: childEnvironment() });
	const abort = () => void group.kill();
	signal?.addEventListener('abort', abort);
	const { code } = await group.exited;
	signal?.removeEventListener('abort', abort);
	signal?.throwIfAborted();
	if (code === 0) return group.lastLines();
	throw new StartError(
		[`npm ${args.slice(0, 2).join(' ')} failed in ${cwd}:`, ...group.lastLines()].join('\n  '),
	);
}

/** The npm that runs us, on this Node.js; or the one in PATH. */
function npmCommand(): [string, ...string[]] {
	const running = process.env.npm_execpath;
	if (running && basename(running).startsWith('npm-cli')) return [process.execPath, running];
	return ['npm'];
}
