import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, HOST } from '../../start/ports';
import { describeWithPostgres } from './describe-with-postgres';

const STARTING = 10_000;
const isThere = (process.env.PATH ?? '')
	.split(delimiter)
	.some((folder) => existsSync(join(folder, 'redis-server')));

/** `describe`; skipped, with a line that says why, where Redis or Postgres is missing. */
export const describeWithRedisAndPostgres: jest.Describe = isThere
	? describeWithPostgres
	: skipped();

function skipped(): jest.Describe {
	process.stderr.write(
		"The tests of n8n's queue mode are skipped: there is no Redis server. Get it with `apt-get install redis-server`, or on macOS with `brew install redis`.\n",
	);
	return describe.skip;
}

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
