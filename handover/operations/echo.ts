import type { ConversationRef, Instant, Message } from '../conversation/conversation';
import { mayEcho } from '../conversation/said-again';
import type { Store } from '../stores/store';

/** Whether a channel that tells what was written to the contact tells what the bot has just said. */
export function isEchoOfLine(text: string, lines: readonly Message[], at: Instant): boolean {
	return lines.some((line) => isSame(text, line) && mayEcho(line.at, at));
}

/** Likewise of what answers these turns, whenever that was: it went out once more. */
export async function isEchoOfTurns(
	store: Store,
	ref: ConversationRef,
	text: string,
	turns: readonly number[],
): Promise<boolean> {
	const answers = turns.map(
		async (repliesTo) => (await store.snapshot(ref, { repliesTo })).replies,
	);
	return (await Promise.all(answers)).flat().some((line) => isSame(text, line));
}

function isSame(text: string, line: Message): boolean {
	return line.author === 'bot' && plain(line.text) === plain(text);
}

/** Channels trim and fold what they carry. */
function plain(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
