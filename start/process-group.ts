import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/** How a process ended: one of the two is set. */
export interface ExitReason {
	code: number | null;
	signal: NodeJS.Signals | null;
}

/** A process with a group of its own, so that its children can be ended with it. */
export interface ProcessGroup {
	pid: number;
	/** Resolves when the first process has ended; never rejects. */
	exited: Promise<ExitReason>;
	/** The newest lines it printed, oldest first. */
	lastLines(): string[];
	/** SIGTERM, and SIGKILL for all that is left after `patience` milliseconds. */
	stop(patience?: number): Promise<ExitReason>;
	/** SIGKILL for all of them, at once. */
	kill(): Promise<ExitReason>;
}

export interface GroupOptions {
	cwd: string;
	env: NodeJS.ProcessEnv;
	/** What to make of each line of output; default: nothing. */
	read?: (line: string) => string;
	/** Called with each line of output, as `read` has it. */
	log?: ((line: string) => void) | undefined;
	/** An IPC channel, whose end tells the process that its parent is gone. */
	leash?: boolean;
}

const KEPT_LINES = 40;
const PATIENCE = 15_000;
/** Milliseconds for what it printed last to arrive. */
const LAST_WORDS = 200;

/**
 * Starts a program outside the terminal's process group: Ctrl-C then reaches this process alone,
 * which stops the others in order.
 * @throws when there is no such program.
 */
export function startGroup(
	file: string,
	args: readonly string[],
	options: GroupOptions,
): ProcessGroup {
	const child = spawn(file, args, {
		cwd: options.cwd,
		env: options.env,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe', ...(options.leash ? (['ipc'] as const) : [])],
	});
	const lines: string[] = [];
	const { read = (line) => line } = options;
	const keep = (printed: string) => {
		const line = read(printed);
		lines.push(line);
		if (lines.length > KEPT_LINES) lines.shift();
		options.log?.(line);
	};
	for (const stream of [child.stdout, child.stderr]) {
		if (stream) createInterface({ input: stream }).on('line', keep);
	}
	const exited = exitOf(child, keep);
	const pid = child.pid ?? -1;
	const kill = async () => {
		signalGroup(pid, 'SIGKILL');
		return await exited;
	};
	return {
		pid,
		exited,
		lastLines: () => [...lines],
		kill,
		async stop(patience = PATIENCE) {
			child.kill('SIGTERM');
			await Promise.race([exited, sleep(patience, undefined, { ref: false })]);
			// Also after a good end: what it started may still be there.
			return await kill();
		},
	};
}

function exitOf(child: ChildProcess, report: (line: string) => void): Promise<ExitReason> {
	return new Promise((resolve) => {
		child.once('exit', (code, signal) => {
			const end = () => resolve({ code, signal });
			child.once('close', end);
			// Its own children may hold the output open.
			setTimeout(end, LAST_WORDS);
		});
		child.once('error', (error) => {
			report(error.message);
			if (child.pid === undefined) resolve({ code: 127, signal: null });
		});
	});
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
	if (pid <= 0) return;
	try {
		process.kill(-pid, signal);
	} catch {
		// Nobody is left in it.
	}
}
