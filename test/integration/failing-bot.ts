import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** What a bot does with a question: answer it, or not. */
export type Behaviour = 'answers' | 'says500' | 'hangsUp' | 'isSilent';

export interface FailingBot {
	url: string;
	/** What it does with the conversation's next questions; with the last one's for good. */
	plan(conversationId: string, ...behaviour: Behaviour[]): void;
	/** How often it was asked. */
	asked(conversationId: string): number;
	close(): Promise<void>;
}

/** A bot at an address of its own, which fails as it is told. */
export async function startFailingBot(): Promise<FailingBot> {
	const plans = new Map<string, Behaviour[]>();
	const questions: string[] = [];
	const server = createServer(async (request, response) => {
		const { conversationId } = (await json(request)) as { conversationId: string };
		questions.push(conversationId);
		const plan = plans.get(conversationId) ?? [];
		behave(plan.length > 1 ? plan.shift()! : (plan[0] ?? 'answers'), response);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/answer`,
		plan: (conversationId, ...behaviour) => void plans.set(conversationId, behaviour),
		asked: (conversationId) => questions.filter((one) => one === conversationId).length,
		async close() {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}

function behave(behaviour: Behaviour, response: ServerResponse): void {
	if (behaviour === 'isSilent') return;
	if (behaviour === 'hangsUp') {
		response.destroy();
		return;
	}
	response.statusCode = behaviour === 'says500' ? 500 : 200;
	response.setHeader('content-type', 'application/json');
	response.end(JSON.stringify({ answer: 'It takes 2 to 4 working days.' }));
}
