import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, HOST } from '../../start/ports';
import { startServer } from './start-server';

export interface RedisServer {
	port: number;
	dispose(): Promise<void>;
}

/** A real server that keeps everything in memory. */
export async function startRedis(): Promise<RedisServer> {
	const folder = mkdtempSync(join(tmpdir(), 'handover-redis-'));
	const port = await freePort();
	const settings = ['--port', String(port), '--bind', HOST, '--dir', folder];
	const server = await startServer(
		'redis-server',
		[...settings, '--save', '', '--appendonly', 'no'],
		port,
		{ greet: pongs },
	);
	return {
		port,
		async dispose() {
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

async function pongs(socket: Socket): Promise<boolean> {
	socket.write('PING\r\n');
	const [answer] = (await once(socket, 'data')) as [Buffer];
	return answer.toString().startsWith('+PONG');
}
