import { spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { HOST } from '../../start/ports';

const STARTING = 10_000;

export interface StartedServer {
	/** Kills it, and waits for its end. */
	stop(): Promise<void>;
}

/**
 * Starts a server, waits until it takes connections, and sees to it that it does not outlive us.
 * @param greet whether it is what was started, asked once connected
 */
export async function startServer(
	command: string,
	args: readonly string[],
	port: number,
	{
		greet = () => Promise.resolve(true),
		...options
	}: SpawnOptions & { greet?: (socket: Socket) => Promise<boolean> } = {},
): Promise<StartedServer> {
	const server = spawn(command, args, { ...options, stdio: 'ignore' });
	const endWithUs = () => server.kill('SIGKILL');
	process.once('exit', endWithUs);
	const deadline = Date.now() + STARTING;
	while (!(await answers(port, greet))) {
		if (Date.now() > deadline || server.exitCode !== null) {
			throw new Error(`${command} did not start.`);
		}
		await sleep(50);
	}
	return {
		async stop() {
			process.off('exit', endWithUs);
			const ended = once(server, 'exit');
			server.kill('SIGKILL');
			await ended;
		},
	};
}

async function answers(
	port: number,
	greet: (socket: Socket) => Promise<boolean>,
): Promise<boolean> {
	const socket = connect(port, HOST);
	try {
		await once(socket, 'connect');
		return await greet(socket);
	} catch {
		return false;
	} finally {
		socket.destroy();
	}
}
