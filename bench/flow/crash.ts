import { get, post } from './http-client';
import type { Addresses } from './contenders';

const ASK = { messageId: '1', text: 'Can I talk to a human?' };
const QUESTION = { messageId: '2', text: 'How long does shipping take?' };

export interface Crash {
	conversations: number;
	/** The contact was promised a human, and after the crash the bot answers. */
	botAnswers: number;
	/** ... and after the crash no task tells anybody. */
	tasksLost: number;
}

let crashes = 0;

/** Conversations that were handed over, one after the other, the last one just now. */
export async function promiseHumans({ message }: Addresses, count: number): Promise<string[]> {
	const name = `crash-${++crashes}`;
	const ids = Array.from({ length: count }, (_, number) => `${name}-${number}`);
	for (const conversationId of ids) await post(message, { conversationId, ...ASK });
	return ids;
}

/** What is left of the promises when the platform is back. */
export async function afterCrash(
	{ message, conversation }: Addresses,
	ids: readonly string[],
): Promise<Crash> {
	const crash: Crash = { conversations: ids.length, botAnswers: 0, tasksLost: 0 };
	for (const conversationId of ids) {
		const { tasks } = await unlessUnknown(get(conversation + conversationId));
		if (tasks.length === 0) crash.tasksLost += 1;
		const { reply } = await post(message, { conversationId, ...QUESTION });
		if (reply !== null) crash.botAnswers += 1;
	}
	return crash;
}

/** Who has forgotten a conversation may answer with an error. */
async function unlessUnknown(
	asking: Promise<Record<string, unknown>>,
): Promise<{ tasks: unknown[] }> {
	try {
		return (await asking) as { tasks: unknown[] };
	} catch {
		return { tasks: [] };
	}
}
