import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, HOST } from '../../start/ports';

const STARTING = 10_000;

export interface RedisServer {
	port: number;
	dispose(): Promise<void>;
}

/** A real server that keeps everything in memory. */
export async function startRedis(): Promise<RedisServer> {
	const folder = mkdtempSync(join(tmpdir(), 'handover-redis-'));
	const port = await freePort();
	const settings = ['--port', String(port), '--bind', HOST, '--dir', folder];
	const server = spawn('redis-server', [...settings, '--save', '', '--appendonly', 'no'], {
		stdio: 'ignore',
	});
	const endWithUs = () => server.kill('SIGKILL');
	process.once('exit', endWithUs);
	const deadline = Date.now() + STARTING;
	while (!(await answers(port))) {
		if (Date.now() > deadline) throw new Error('Redis did not start.');
		await sleep(50);
	}
	return {
		port,
		async dispose() {
			process.off('exit', endWithUs);
			const ended = once(server, 'exit');
			server.kill('SIGKILL');
			await ended;
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

async function answers(port: number): Promise<boolean> {
	const socket = connect(port, HOST);
	try {
		await once(socket, 'connect');
		socket.write('PING\r\n');
		const [answer] = (await once(socket, 'data')) as [Buffer];
		return answer.toString().startsWith('+PONG');
	} catch {
		return false;
	} finally {
		socket.destroy();
	}
}
