import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export interface AnswerListener {
	url: string;
	/** As they arrived, without those that were refused, and each key once. */
	textsOf(conversationId: string): string[];
	/** When the latest of them arrived; 0: none has. */
	lastAt(conversationId: string): number;
	/** The `Idempotency-Key` of each answer, also of those that were refused. */
	keysOf(conversationId: string): unknown[];
	/** The next answers to this conversation, each with 503. */
	refuse(conversationId: string, times: number): void;
	close(): Promise<void>;
}

/** A messenger that knows keys: hears what a flow sends to a contact. */
export async function listenForAnswers(): Promise<AnswerListener> {
	const heard: Array<{ conversationId: string; text: string; at: number }> = [];
	const keys: Array<{ conversationId: string; key: unknown }> = [];
	const refusals = new Map<string, number>();
	const taken = new Set<unknown>();
	const server = createServer(async (request, response) => {
		const { conversationId, text } = (await json(request)) as (typeof heard)[number];
		const key = request.headers['idempotency-key'];
		keys.push({ conversationId, key });
		const left = refusals.get(conversationId) ?? 0;
		refusals.set(conversationId, left - 1);
		if (left > 0) response.statusCode = 503;
		else if (!taken.has(key)) heard.push({ conversationId, text, at: Date.now() });
		if (left <= 0) taken.add(key);
		response.end('{}');
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const answersTo = (wanted: string) =>
		heard.filter(({ conversationId }) => conversationId === wanted);
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sent`,
		textsOf: (conversationId) => answersTo(conversationId).map(({ text }) => text),
		lastAt: (conversationId) => answersTo(conversationId).at(-1)?.at ?? 0,
		keysOf: (conversationId) =>
			keys.filter((one) => one.conversationId === conversationId).map(({ key }) => key),
		refuse: (conversationId, times) => void refusals.set(conversationId, times),
		async close() {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}
