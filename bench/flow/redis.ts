import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, HOST } from '../../start/ports';

export interface RedisServer {
	port: number;
	stop(): Promise<void>;
}

/** Debian's redis-server, which keeps nothing on the disk. */
export async function startRedis(): Promise<RedisServer> {
	const port = await freePort();
	const options = ['--port', String(port), '--bind', HOST, '--save', '', '--appendonly', 'no'];
	const server = spawn('redis-server', options, { stdio: 'ignore' });
	await once(server, 'spawn');
	while (!(await answers(port))) await sleep(50);
	return {
		port,
		async stop() {
			const ended = once(server, 'exit');
			server.kill();
			await ended;
		},
	};
}

async function answers(port: number): Promise<boolean> {
	const socket = connect(port, HOST);
	return await once(socket, 'connect')
		.then(
			() => true,
			() => false,
		)
		.finally(() => socket.destroy());
}
