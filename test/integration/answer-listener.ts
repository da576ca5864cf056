import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export interface AnswerListener {
	url: string;
	/** As they arrived. */
	textsOf(conversationId: string): string[];
	close(): Promise<void>;
}

/** A messenger: hears what a flow sends to a contact. */
export async function listenForAnswers(): Promise<AnswerListener> {
	const heard: Array<{ conversationId: string; text: string }> = [];
	const server = createServer(async (request, response) => {
		heard.push((await json(request)) as (typeof heard)[number]);
		response.end('{}');
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sent`,
		textsOf: (conversationId) =>
			heard.filter((one) => one.conversationId === conversationId).map(({ text }) => text),
		async close() {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}
