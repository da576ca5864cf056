import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HOST } from '../../start/ports';

export interface RoundRobin {
	url: string;
	close(): Promise<void>;
}

/** Hands each request to the next of the servers, whatever conversation it belongs to; 502 when that is away. */
export async function startRoundRobin(targets: Array<() => string>): Promise<RoundRobin> {
	const agent = new Agent({ keepAlive: true });
	let next = 0;
	const server = createServer((incoming, outgoing) => {
		forward(targets[next++ % targets.length]!(), agent, incoming, outgoing);
	});
	await new Promise<void>((listening) => server.listen(0, HOST, listening));
	return {
		url: `http://${HOST}:${(server.address() as AddressInfo).port}`,
		async close() {
			agent.destroy();
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}

function forward(
	target: string,
	agent: Agent,
	incoming: IncomingMessage,
	outgoing: ServerResponse,
): void {
	const { method, headers } = incoming;
	const onwards = request(`${target}${incoming.url}`, { method, headers, agent }, (answer) => {
		outgoing.writeHead(answer.statusCode!, answer.headers);
		answer.pipe(outgoing);
		answer.on('error', () => outgoing.destroy());
	});
	onwards.on('error', () => {
		if (outgoing.headersSent) outgoing.destroy();
		else outgoing.writeHead(502).end();
	});
	// Who asked has lost patience.
	outgoing.on('close', () => onwards.destroy());
	incoming.pipe(onwards);
}
