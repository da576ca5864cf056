import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { HOST } from '../../start/ports';

/** Stands between a store and its server, and can cut a connection at a commit. */
export interface CuttingProxy {
	port: number;
	/** The next COMMIT reaches the server; its answer does not come back. */
	cutAfterCommit(): void;
	/** The next COMMIT does not reach the server. */
	cutBeforeCommit(): void;
	close(): Promise<void>;
}

export async function startProxy(serverPort: number): Promise<CuttingProxy> {
	let cut: 'before' | 'after' | undefined;
	const sockets = new Set<Socket>();
	const proxy = createServer((client) => {
		const server = connect(serverPort, HOST);
		let isCut = false;
		for (const [one, other] of [
			[client, server],
			[server, client],
		] as const) {
			sockets.add(one);
			one.on('error', () => other.destroy());
			one.on('close', () => other.destroy());
		}
		client.on('data', (bytes) => {
			if (cut && bytes.includes('COMMIT')) {
				isCut = true;
				if (cut === 'before') client.destroy();
				// The server gets what it needs to commit before it notices that nobody is there.
				else server.write(bytes, () => setTimeout(() => client.destroy(), 200));
				cut = undefined;
				return;
			}
			server.write(bytes);
		});
		server.on('data', (bytes) => isCut || client.write(bytes));
	});
	await new Promise<void>((listening) => proxy.listen(0, HOST, listening));
	return {
		port: (proxy.address() as AddressInfo).port,
		cutAfterCommit: () => void (cut = 'after'),
		cutBeforeCommit: () => void (cut = 'before'),
		async close() {
			for (const socket of sockets) socket.destroy();
			await new Promise((closed) => proxy.close(closed));
		},
	};
}
