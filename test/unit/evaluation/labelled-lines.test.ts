import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	ALL_LANGUAGES,
	isLanguage,
	isOf,
	ofSet,
	readLabelledLines,
} from '../../../evaluation/labelled-lines';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'handover-lines-'));
	const write = (set: string, file: string, text: string) => {
		mkdirSync(join(folder, set), { recursive: true });
		writeFileSync(join(folder, set, file), text);
	};
	write('dutch', 'contact-request.tsv', '1\teen mens graag >> nu\n0\thoi\n');
	write('domains/chat', 'failed-attempt.tsv', '1\thi >> Bye! >> why bye\n');
	write('domains/voice', 'lack-of-information.tsv', '0\tlouder >> Louder it is.\n');
	write('custom', 'refund.txt', '1\tno set of lines\n');
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a set is a folder with a file for each task, however deep it lies', () => {
	expect(readLabelledLines(folder)).toEqual([
		{
			task: 'failed-attempt',
			set: 'domains/chat',
			label: 1,
			text: 'why bye',
			history: [
				{ author: 'contact', text: 'hi' },
				{ author: 'bot', text: 'Bye!' },
			],
		},
		{
			task: 'lack-of-information',
			set: 'domains/voice',
			label: 0,
			text: 'Louder it is.',
			history: [{ author: 'contact', text: 'louder' }],
		},
		// The two signs part turns only where a turn is judged by what came before it.
		{ task: 'contact-request', set: 'dutch', label: 1, text: 'een mens graag >> nu', history: [] },
		{ task: 'contact-request', set: 'dutch', label: 0, text: 'hoi', history: [] },
	]);
});

test('a set is all of its parts, and no part is a language', () => {
	const found = readLabelledLines(folder).map((line) => ({ line }));
	const texts = (set: string) =>
		(['contact-request', 'lack-of-information', 'failed-attempt'] as const).flatMap((task) =>
			ofSet(found, task, set).map(({ line }) => line.text),
		);
	expect(texts('domains')).toEqual(['Louder it is.', 'why bye']);
	expect(texts('domains/chat')).toEqual(['why bye']);
	expect(texts(ALL_LANGUAGES)).toEqual(['een mens graag >> nu', 'hoi']);
	expect(isOf({ set: 'domains' }, 'dom')).toBe(false);
	expect(['dutch', 'domains', 'domains/chat', 'adversarial'].filter(isLanguage)).toEqual(['dutch']);
});
