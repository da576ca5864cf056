import { containerBootstrap } from '@nlpjs/core';
import { LangAll } from '@nlpjs/lang-all';
import { Language } from '@nlpjs/language';
import { Nlp } from '@nlpjs/nlp';
import { readCorpus, type LanguageText } from '../../training/corpus';
import { expand } from '../../training/grammar/expand';
import { seededRandom } from '../../training/random';
import { isLanguage, TASKS, type LabelledLine, type Task } from '../labelled-lines';
import type { Contender } from './contender';

const CODES: Record<string, string> = {
	english: 'en',
	spanish: 'es',
	portuguese: 'pt',
	french: 'fr',
	german: 'de',
	italian: 'it',
	dutch: 'nl',
	polish: 'pl',
	turkish: 'tr',
	russian: 'ru',
	ukrainian: 'uk',
	arabic: 'ar',
	hindi: 'hi',
	indonesian: 'id',
	chinese: 'zh',
	japanese: 'ja',
	korean: 'ko',
};

const languages = new Language();

/** Of each label: more takes it minutes to train. */
const MOST_LINES = 400;

/** nlp.js, trained on one text of each of our training lines, a model for each task and language. */
export async function nlpJs(report: (line: string) => void): Promise<Contender> {
	const models = new Map<string, Nlp>();
	for (const text of readCorpus()) {
		for (const task of TASKS)
			models.set(`${task} ${CODES[text.language]}`, await train(text, task));
		report(`nlp.js has learnt ${text.language}`);
	}
	return {
		name: 'nlp.js',
		async judge(line: LabelledLine) {
			const language = isLanguage(line.set) ? CODES[line.set]! : guess(line.text);
			const { classifications } = await models
				.get(`${line.task} ${language}`)!
				.process(language, line.text);
			return classifications.find(({ intent }) => intent === 'yes')?.score ?? 0;
		},
	};
}

/** By nlp.js itself, for lines of sets that are of several languages; English where it cannot tell. */
function guess(text: string): string {
	const known = Object.values(CODES);
	const { alpha2 } = languages.guessBest(text, known);
	return known.includes(alpha2) ? alpha2 : 'en';
}

async function train(text: LanguageText, task: Task): Promise<Nlp> {
	const language = CODES[text.language]!;
	const container = await containerBootstrap();
	container.use(Nlp);
	container.use(LangAll);
	const nlp = container.get('nlp');
	Object.assign(nlp.settings, { autoSave: false, log: false });
	nlp.addLanguage(language);
	const random = seededRandom(1);
	const lines = groupsOf(text, task).flatMap(({ label, lines: own }) =>
		own.map(({ template }) => ({
			intent: label === 'yes' || label === 'plain' ? 'yes' : 'no',
			text: expand(template, random).split('>>').at(-1)!.trim(),
		})),
	);
	random.shuffle(lines);
	for (const intent of ['yes', 'no']) {
		for (const line of lines.filter((one) => one.intent === intent).slice(0, MOST_LINES)) {
			nlp.addDocument(language, line.text, intent);
		}
	}
	await nlp.train();
	return nlp;
}

function groupsOf(text: LanguageText, task: Task) {
	switch (task) {
		case 'contact-request':
			return text.contactRequest;
		case 'lack-of-information':
			return text.lackOfInformation;
		case 'failed-attempt':
			return text.failedAttempt;
	}
}
