import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const STAND_IN_BOT = readFileSync(join(__dirname, '../../../flows/stand-in-bot.js'), 'utf8');

/** What the bot of the reference flows says. */
export const answer = new Function(`${STAND_IN_BOT}\nreturn answer;`)() as (
	text: string,
	soFar: { failedAttempts: number; failedNow: boolean },
) => string;
