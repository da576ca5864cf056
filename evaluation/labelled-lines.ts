import { readFileSync, readdirSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import type { Turn } from '../handover/classifier/classifier';

/** Judged by at the end. */
export const EVALUATION = join(__dirname, 'text');
/** Judged by while the classifier is worked on. */
export const DEVELOPMENT = join(__dirname, '../training/development');

export const TASKS = ['contact-request', 'lack-of-information', 'failed-attempt'] as const;
export type Task = (typeof TASKS)[number];

/**
 * Of several languages: plain turns as most are, lines that were made to mislead, and what bots of many domains
 * are told all day, with a set for each domain in English (`domains/chat`) and two for other languages.
 */
export const OTHER_SETS = ['traffic', 'adversarial', 'domains'];
/** Without {@link OTHER_SETS}. */
export const ALL_LANGUAGES = 'all languages';

/** One line of the set that the classifiers are measured on. */
export interface LabelledLine {
	task: Task;
	/** A language, one of {@link OTHER_SETS}, or a part of one: its folder. */
	set: string;
	label: 0 | 1;
	/** The turn or the answer that is judged. */
	text: string;
	/** What came before it, oldest first. */
	history: Turn['history'];
}

/** What was found of the lines of one task, in the order of the lines. See {@link isOf} for `set`. */
export function ofSet<Found extends { line: LabelledLine }>(
	found: readonly Found[],
	task: Task,
	set: string,
): Found[] {
	return found.filter(({ line }) => line.task === task && isOf(line, set));
}

/** @param set a language, one of {@link OTHER_SETS} with all its parts, a part, or {@link ALL_LANGUAGES} */
export function isOf(line: Pick<LabelledLine, 'set'>, set: string): boolean {
	if (set === ALL_LANGUAGES) return isLanguage(line.set);
	return line.set === set || line.set.startsWith(`${set}/`);
}

/** Whether it is neither one of {@link OTHER_SETS} nor a part of one. */
export function isLanguage(set: string): boolean {
	return !OTHER_SETS.includes(set.split('/')[0]!);
}

/** All sets, in the order of their names. */
export function readLabelledLines(folder: string): LabelledLine[] {
	const files = new Set(
		readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) =>
			path.replaceAll(sep, '/'),
		),
	);
	const sets = [...new Set([...files].map((path) => posix.dirname(path)))].sort();
	return sets.flatMap((set) =>
		TASKS.filter((task) => files.has(`${set}/${task}.tsv`)).flatMap((task) =>
			readSet(folder, set, task),
		),
	);
}

function readSet(folder: string, set: string, task: Task): LabelledLine[] {
	return readFileSync(join(folder, set, `${task}.tsv`), 'utf8')
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => {
			const [label, content] = [line.slice(0, 1), line.slice(2)];
			const turns = task === 'contact-request' ? [content] : content.split(' >> ');
			return {
				task,
				set,
				label: label === '1' ? 1 : 0,
				text: turns.at(-1)!,
				history: historyOf(task, turns.slice(0, -1)),
			};
		});
}

/** Turns alternate, and the one that is judged is the bot's only where a draft is judged. */
function historyOf(task: Task, turns: string[]): Turn['history'] {
	return turns.map((text, at) => {
		const isBefore = (turns.length - at) % 2 === 1;
		const byBot = task === 'lack-of-information' ? !isBefore : isBefore;
		return { author: byBot ? 'bot' : 'contact', text };
	});
}
