import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { HOST } from '../../start/ports';

/** Stands between a store and its server, and counts how often one waits for the other. */
export interface CountingProxy {
	port: number;
	/** Round trips since this was asked last. */
	count(): number;
	close(): Promise<void>;
}

export async function startCountingProxy(serverPort: number): Promise<CountingProxy> {
	let roundTrips = 0;
	const sockets = new Set<Socket>();
	const proxy = createServer((client) => {
		const server = connect(serverPort, HOST);
		let isAnswered = true;
		for (const [one, other] of [
			[client, server],
			[server, client],
		] as const) {
			sockets.add(one);
			one.on('error', () => other.destroy());
			one.on('close', () => other.destroy());
			one.on('data', (bytes) => other.write(bytes));
		}
		client.on('data', () => {
			if (isAnswered) roundTrips += 1;
			isAnswered = false;
		});
		server.on('data', () => (isAnswered = true));
	});
	await new Promise<void>((listening) => proxy.listen(0, HOST, listening));
	return {
		port: (proxy.address() as AddressInfo).port,
		count() {
			const counted = roundTrips;
			roundTrips = 0;
			return counted;
		},
		async close() {
			for (const socket of sockets) socket.destroy();
			await new Promise((closed) => proxy.close(closed));
		},
	};
}
