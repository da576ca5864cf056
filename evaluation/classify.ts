import * as v from 'valibot';
import type { Turn } from '../handover/classifier/classifier';
import {
	contactRequestProbability,
	failedAttemptProbability,
	lackOfInformationProbability,
} from './contenders/built-in';
import { readLines } from './read-lines';

const role = v.picklist(['user', 'assistant']);

/** One line of standard input. */
const lineSchema = v.object({
	text: v.string(),
	role,
	/** The bot's last answer, when it is not in the history. */
	bot: v.nullish(v.string()),
	history: v.nullish(v.array(v.object({ role, text: v.string() }))),
	/** What the assistant's text answers. */
	question: v.nullish(v.string()),
});
type Line = v.InferOutput<typeof lineSchema>;

/** Reads JSON lines, writes the three probabilities of each as a JSON line, in the same order. */
function main(): void {
	const written: string[] = [];
	const flush = () => {
		if (written.length) process.stdout.write(`${written.splice(0).join('\n')}\n`);
	};
	process.stdout.on('error', endQuietly);
	const onLine = (line: string) => {
		written.push(JSON.stringify(answer(line)));
		// Together with those that came with it, but not later: somebody may wait for it to go on.
		if (written.length === 1) setImmediate(flush);
	};
	readLines(process.stdin, onLine, flush);
}

/** A reader such as `head` has what it wants, and closes the pipe. */
function endQuietly(error: NodeJS.ErrnoException): void {
	if (error.code !== 'EPIPE') throw error;
	process.exit();
}

function answer(line: string) {
	const parsed = parse(line);
	if (!parsed) return { error: 'Not a line like {"text": "...", "role": "user"}.' };
	const ofContact = parsed.role === 'user';
	return {
		contact_request: ofContact ? contactRequestProbability(parsed.text) : 0,
		lack_of_information: ofContact
			? 0
			: lackOfInformationProbability(parsed.text, parsed.question ?? lastQuestion(parsed)),
		failed_attempt: ofContact ? failedAttemptProbability(parsed.text, historyOf(parsed)) : 0,
	};
}

function parse(line: string): Line | undefined {
	try {
		const parsed = v.safeParse(lineSchema, JSON.parse(line));
		return parsed.success ? parsed.output : undefined;
	} catch {
		return undefined;
	}
}

function lastQuestion({ history }: Line): string | null {
	return history?.findLast(({ role }) => role === 'user')?.text ?? null;
}

/** A turn without a bot's answer before it is taken to follow one that is not known. */
function historyOf({ history, bot }: Line): Turn['history'] {
	const turns = (history ?? []).map(({ role, text }) => ({
		author: role === 'user' ? ('contact' as const) : ('bot' as const),
		text,
	}));
	const last = turns.at(-1);
	if (last?.author === 'bot' && (!bot || bot === last.text)) return turns;
	return [...turns, { author: 'bot', text: bot ?? '' }];
}

main();
