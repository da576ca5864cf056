import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { HOST } from '../../start/ports';

/** Stands between a store and its server, and can cut a connection at a commit. */
export interface CuttingProxy {
	port: number;
	/** The next COMMIT reaches the server; its answer does not come back. */
	cutAfterCommit(cuts?: Cuts): void;
	/** The next COMMIT does not reach the server; what goes out with it, before it, does. */
	cutBeforeCommit(cuts?: Cuts): void;
	/** How many COMMITs were cut off. */
	cutOff(): number;
	close(): Promise<void>;
}

interface Cuts {
	/** So many of the next ones; one, when it does not say. */
	times?: number;
	/** Of what goes out with the COMMIT, only so many statements reach the server. */
	statements?: number;
	/** Milliseconds from a cut on in which every connection is ended. */
	awayFor?: number;
}

/** As it goes over the wire, as text or as a name: `COMMIT` alone is also in READ COMMITTED. */
const COMMIT = 'COMMIT\0';
/** Of the unnamed portal: it ends what a statement needs. */
const EXECUTE = Buffer.from('E\0\0\0\t\0\0\0\0\0');

export async function startProxy(serverPort: number): Promise<CuttingProxy> {
	let cut: 'before' | 'after' = 'after';
	let left = 0;
	let done = 0;
	let awayFor = 0;
	let statements: number | undefined;
	let backAt = 0;
	const willCut = (where: typeof cut, cuts: Cuts = {}) => {
		cut = where;
		({ times: left = 1, awayFor = 0, statements } = cuts);
	};
	const sockets = new Set<Socket>();
	const proxy = createServer((client) => {
		if (Date.now() < backAt) {
			client.destroy();
			return;
		}
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
			if (left > 0 && bytes.includes(COMMIT)) {
				isCut = true;
				left -= 1;
				done += 1;
				backAt = Date.now() + awayFor;
				// The server gets what it is to get before it notices that nobody is there.
				const sent = cut === 'before' ? beforeCommit(bytes, statements) : bytes;
				server.write(sent, () => setTimeout(() => client.destroy(), 200));
				return;
			}
			server.write(bytes);
		});
		server.on('data', (bytes) => isCut || client.write(bytes));
	});
	await new Promise<void>((listening) => proxy.listen(0, HOST, listening));
	return {
		port: (proxy.address() as AddressInfo).port,
		cutAfterCommit: (cuts) => willCut('after', cuts),
		cutBeforeCommit: (cuts) => willCut('before', cuts),
		cutOff: () => done,
		async close() {
			for (const socket of sockets) socket.destroy();
			await new Promise((closed) => proxy.close(closed));
		},
	};
}

function beforeCommit(bytes: Buffer, statements: number | undefined): Buffer {
	if (statements === undefined) return bytes.subarray(0, bytes.indexOf(COMMIT));
	let end = 0;
	for (let sent = 0; sent < statements; sent++) end = bytes.indexOf(EXECUTE, end) + EXECUTE.length;
	return bytes.subarray(0, end);
}
