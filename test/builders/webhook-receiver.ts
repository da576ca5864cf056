import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

export interface ReceivedCall {
	id: string;
	/** Whether the library of Standard Webhooks takes its signature. */
	isValid: boolean;
	body: { type: string; data: Record<string, unknown> };
	headers: IncomingHttpHeaders;
	at: number;
}

type Answer = { status: number; headers?: Record<string, string> } | 'hang';

/** Stands outside, checks signatures, and answers as it is told. */
export class WebhookReceiver {
	readonly calls: ReceivedCall[] = [];
	/** One for each call; the last one for all that follow. */
	answers: Answer[] = [{ status: 200 }];
	readonly #server;

	constructor(secret: string) {
		const library = new Webhook(secret);
		this.#server = createServer(async (request, response) => {
			const raw = await text(request);
			const headers = request.headers as Record<string, string>;
			this.calls.push({
				id: headers['webhook-id'] ?? '',
				isValid: verifies(library, raw, headers),
				body: JSON.parse(raw) as ReceivedCall['body'],
				headers,
				at: Date.now(),
			});
			const answer = this.answers.length > 1 ? this.answers.shift()! : this.answers[0]!;
			if (answer === 'hang') return;
			response.writeHead(answer.status, answer.headers).end('what the receiver says');
		});
	}

	async start(): Promise<this> {
		await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
		return this;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
	}

	async stop(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((closed) => this.#server.close(closed));
	}
}

function verifies(library: Webhook, body: string, headers: Record<string, string>): boolean {
	try {
		library.verify(body, headers);
		return true;
	} catch {
		return false;
	}
}
