import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const STAND_IN_BOT = readFileSync(join(__dirname, '../../../flows/stand-in-bot.js'), 'utf8');

interface Bot {
	answer(text: string, soFar: { failedAttempts: number; failedNow: boolean }): string;
	SMALL_TALK: Array<{ topic: string; said: string; answer: string }>;
	phrasesOf(said: string): string[];
}

/** What the bot of the reference flows says, and what it takes for small talk. */
export const { answer, SMALL_TALK, phrasesOf } = new Function(
	`${STAND_IN_BOT}\nreturn { answer, SMALL_TALK, phrasesOf };`,
)() as Bot;
