import { setTimeout as sleep } from 'node:timers/promises';
import type { Addresses } from './contenders';
import { get, post, type Answer } from './http-client';

export interface Races {
	conversations: number;
	/** Deliveries of one message, at once, of which more than one was answered. */
	answeredTwice: number;
	/** ... of which none was. */
	neverAnswered: number;
	/** Conversations with several tasks after several asks for a human at once. */
	handedOverTwice: number;
	/** ... and with none. */
	neverHandedOver: number;
	/** Bot answers that came after a human was promised. */
	answersAfterTakeover: number;
	/** What was said of each message or look that the platform answered with an error, or not at all. */
	failures: string[];
}

/** Deliveries of one message. */
const AT_ONCE = 4;
const CLOSING = /someone from the team/i;
/** Has the bot of the flow under test take its time; see `slow-bot.ts`. */
export const SLOWLY = '(slowly)';
const ASKS = [
	'Can I talk to a human?',
	'I want to speak to a real person please.',
	'A human agent, please!',
	'Please connect me to a human representative.',
];

let bursts = 0;

/** Each kind of race in so many conversations, of which `together` at a time. */
export async function race(at: Addresses, conversations: number, together: number): Promise<Races> {
	const races: Races = {
		conversations,
		answeredTwice: 0,
		neverAnswered: 0,
		handedOverTwice: 0,
		neverHandedOver: 0,
		answersAfterTakeover: 0,
		failures: [],
	};
	for (let left = conversations; left > 0; left -= together) {
		await Promise.all(Array.from({ length: Math.min(left, together) }, () => raceOne(at, races)));
	}
	return races;
}

async function raceOne(at: Addresses, races: Races): Promise<void> {
	const id = `race-${++bursts}`;
	await Promise.all([
		raceDuplicates(at, `${id}-duplicates`, races),
		raceAsks(at, `${id}-asks`, races),
		raceTakeover(at, `${id}-takeover`, races),
	]);
}

/** Counts an error, and ends no race. */
async function unlessItFails<Result>(
	asking: Promise<Result>,
	races: Races,
): Promise<Result | undefined> {
	return await asking.catch((error: unknown) => {
		races.failures.push(String(error));
		return undefined;
	});
}

/** An error is no answer. */
async function send(message: string, body: object, races: Races): Promise<Answer> {
	const answer = await unlessItFails(post(message, body), races);
	return answer ?? { reply: null, isDuplicate: false, answeredAt: performance.now() };
}

async function raceDuplicates({ message }: Addresses, id: string, races: Races): Promise<void> {
	const one = { conversationId: id, messageId: '1', text: 'How long does shipping take?' };
	const answers = await Promise.all(
		Array.from({ length: AT_ONCE }, () => send(message, one, races)),
	);
	const answered = answers.filter(
		({ reply, isDuplicate }) => reply !== null && !isDuplicate,
	).length;
	if (answered > 1) races.answeredTwice += 1;
	if (answered === 0) races.neverAnswered += 1;
}

async function raceAsks(at: Addresses, id: string, races: Races): Promise<void> {
	await Promise.all(
		ASKS.map((text, index) =>
			send(at.message, { conversationId: id, messageId: `${index}`, text }, races),
		),
	);
	const view = await unlessItFails(get(at.conversation + id), races);
	if (!view) return;
	const count = (view['tasks'] as unknown[]).length;
	if (count > 1) races.handedOverTwice += 1;
	if (count === 0) races.neverHandedOver += 1;
}

/** The bot is busy with a question when the contact asks for a human. */
async function raceTakeover({ message }: Addresses, id: string, races: Races): Promise<void> {
	const question = { messageId: '1', text: `How long does shipping take? ${SLOWLY}` };
	const asking = send(message, { conversationId: id, ...question }, races);
	await sleep(30);
	const ask = { messageId: '2', text: 'Can I talk to a human?' };
	const [answer, closing] = await Promise.all([
		asking,
		send(message, { conversationId: id, ...ask }, races),
	]);
	const wasLate = answer.reply !== null && answer.answeredAt > closing.answeredAt;
	if (CLOSING.test(closing.reply ?? '') && wasLate) races.answersAfterTakeover += 1;
}
