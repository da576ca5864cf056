import { post } from './http-client';

/**
 * What contacts write: mostly what the bot knows, some with a question that was sent twice, and one in
 * twenty messages asks for a human.
 */
const CONVERSATIONS: readonly string[][] = [
	['Hello!', 'When are you open?', 'How long does shipping take?', 'Where is my order?', 'Thanks!'],
	['Hi', 'Can I return a lamp?', 'AGAIN', 'How long does shipping take?', 'Thank you!'],
	[
		'Good morning',
		'Where is my parcel, what is the delivery status?',
		'When are you open?',
		'Thanks!',
		'Do you ship on Sundays?',
	],
	[
		'Hey',
		'When do you open?',
		'Where is my order?',
		'How long is delivery?',
		'Can I talk to a human?',
	],
];

export interface Load {
	/** Milliseconds that each answer took. */
	latencies: number[];
	seconds: number;
	failed: number;
}

let loads = 0;

/** So many contacts at a time; each writes when the last message is answered. */
export async function load(url: string, contacts: number, seconds: number): Promise<Load> {
	const prefix = `load-${++loads}`;
	const started = performance.now();
	const end = started + seconds * 1_000;
	const latencies: number[] = [];
	let failed = 0;
	async function write(contact: number): Promise<void> {
		for (let count = 0; performance.now() < end; count++) {
			const lines = CONVERSATIONS[(contact + Math.floor(count / 5)) % CONVERSATIONS.length]!;
			const isAgain = lines[count % 5] === 'AGAIN';
			const number = isAgain ? count - 1 : count;
			const sentAt = performance.now();
			await post(url, {
				conversationId: `${prefix}-${contact}-${Math.floor(count / 5)}`,
				messageId: `${number}`,
				text: lines[number % 5],
			}).catch(() => (failed += 1));
			latencies.push(performance.now() - sentAt);
		}
	}
	await Promise.all(Array.from({ length: contacts }, (_, contact) => write(contact)));
	return { latencies, seconds: (performance.now() - started) / 1_000, failed };
}
