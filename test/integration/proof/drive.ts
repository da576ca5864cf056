import { setTimeout as sleep } from 'node:timers/promises';
import { Heard } from './heard';
import type { PlannedConversation, PlannedMessage } from './plan';

export interface Drive {
	/** Where the reference flow answers. */
	apiUrl: string;
	conversations: PlannedConversation[];
	/** Requests at the same time. */
	connections: number;
	/** Milliseconds without an answer after which a message is sent again. */
	patience: number;
	/** Faults, each when this share of the deliveries is done. */
	faults: Array<{ at: number; strike: () => Promise<void> }>;
}

export interface DriveReport {
	/** Requests, repeated ones included. */
	requests: number;
	/** Why messages were sent again: a status, `timeout`, or the error of the connection. */
	repeated: Record<string, number>;
	seconds: number;
	messagesPerSecond: number;
	/** Milliseconds, of requests that were answered. */
	p50: number;
	p99: number;
}

/** A channel gives a message up only long after a server has come back. */
const MOST_TRIES = 100;
const PAUSE = 500;

/**
 * Sends each conversation's messages in order, and those of all conversations interleaved, as a channel
 * does: what gets no answer or one that says "try again" is sent again.
 */
export async function drive(wanted: Drive): Promise<{ report: DriveReport; heard: Heard }> {
	const { conversations, connections } = wanted;
	const waiting = conversations.map(({ conversationId, deliveries }) => ({
		conversationId,
		left: [...deliveries],
	}));
	const total = conversations.reduce((sum, { deliveries }) => sum + deliveries.length, 0);
	const faults = [...wanted.faults];
	const striking: Array<Promise<void>> = [];
	const channel = new Channel(wanted);
	const began = Date.now();
	let done = 0;
	let underWay = 0;

	const lane = async () => {
		while (waiting.length > 0 || underWay > 0) {
			const conversation = waiting.shift();
			if (!conversation) {
				await sleep(5);
				continue;
			}
			underWay += 1;
			const messages = conversation.left.shift()!;
			await Promise.all(messages.map((one) => channel.send(conversation.conversationId, one)));
			underWay -= 1;
			done += 1;
			if (conversation.left.length > 0) waiting.push(conversation);
			if (faults[0] && done >= total * faults[0].at) striking.push(faults.shift()!.strike());
		}
	};
	await Promise.all(Array.from({ length: connections }, lane));
	await Promise.all(striking);
	const messages = conversations.flatMap(({ deliveries }) => deliveries.flat()).length;
	const report = channel.report(messages, (Date.now() - began) / 1000);
	return { report, heard: channel.heard };
}

class Channel {
	readonly heard = new Heard();
	readonly #repeated: Record<string, number> = {};
	readonly #durations: number[] = [];
	#requests = 0;

	constructor(private readonly wanted: Pick<Drive, 'apiUrl' | 'patience'>) {}

	async send(conversationId: string, message: PlannedMessage): Promise<void> {
		for (let tries = 0; tries < MOST_TRIES; tries++) {
			const outcome = await this.#post(conversationId, message);
			if (outcome === 200) return;
			this.#repeated[outcome] = (this.#repeated[outcome] ?? 0) + 1;
			await sleep(PAUSE);
		}
		throw new Error(`${message.messageId} was not taken: ${JSON.stringify(this.#repeated)}`);
	}

	async #post(
		conversationId: string,
		{ messageId, text }: PlannedMessage,
	): Promise<number | string> {
		this.#requests += 1;
		const began = Date.now();
		try {
			const response = await fetch(`${this.wanted.apiUrl}/handover/message`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ conversationId, messageId, text }),
				signal: AbortSignal.timeout(this.wanted.patience),
			});
			const body = await response.text();
			if (response.status !== 200) return `${response.status} ${codeOf(body)}`.trim();
			this.#durations.push(Date.now() - began);
			this.heard.add(messageId, (JSON.parse(body) as { reply: string | null }).reply);
			return 200;
		} catch (error) {
			const { name, cause } = error as Error & { cause?: { code?: string } };
			return name === 'TimeoutError' ? 'timeout' : (cause?.code ?? name);
		}
	}

	report(messages: number, seconds: number): DriveReport {
		const sorted = this.#durations.sort((one, other) => one - other);
		const quantile = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
		return {
			requests: this.#requests,
			repeated: this.#repeated,
			seconds: Math.round(seconds * 10) / 10,
			messagesPerSecond: Math.round((messages / seconds) * 10) / 10,
			p50: quantile(0.5),
			p99: quantile(0.99),
		};
	}
}

function codeOf(body: string): string {
	return /"code":\s*"?(\w+)/.exec(body)?.[1] ?? '';
}
