import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from './languages';
import { parseGrammar, type Group } from './grammar/parse-grammar';
import { parseMatters, type Matter } from './matters';
import { parseMoments, type Moment } from './moments';

const TEXT = join(__dirname, 'text');
/** Everyday requests to an assistant, CC BY 3.0; not part of the repository. */
const EVERYDAY_REQUESTS = join(__dirname, '../../shared/data/clinc150-train.tsv');

/** What was written for one language; see training/README.md. */
export interface LanguageText {
	language: Language;
	contactRequest: Group[];
	/** The words of a wish without one, and the closest wishes. */
	noWish: Group[];
	lackOfInformation: Group[];
	failedAttempt: Group[];
	/** Single messages that say whether the bot's last answer helped. */
	itHelped: Group[];
	/** Several wordings of one question each. */
	sameQuestion: string[][];
	/** Questions on one matter each, with their answers. */
	matters: Matter[];
	/** What was said, with replies to it that fit or not, and what is said next. */
	moments: Moment[];
	everydayMessages: Group[];
	everydayAnswers: Group[];
}

export function readCorpus(): LanguageText[] {
	return LANGUAGES.map((language) => {
		const readBy = <Entry>(parse: (text: string, file: string) => Entry[], name: string) => {
			const path = join(TEXT, language, `${name}.txt`);
			return existsSync(path) ? parse(readFileSync(path, 'utf8'), path) : [];
		};
		const read = (name: string) => readBy(parseGrammar, name);
		return {
			language,
			contactRequest: read('contact-request'),
			noWish: read('no-wish'),
			lackOfInformation: read('lack-of-information'),
			failedAttempt: read('failed-attempt'),
			itHelped: read('it-helped'),
			sameQuestion: read('same-question').flatMap(({ lines }) =>
				lines.map(({ source }) => source.split(' == ').map((wording) => wording.trim())),
			),
			matters: readBy(parseMatters, 'matters'),
			moments: readBy(parseMoments, 'moments'),
			everydayMessages: read('everyday-messages'),
			everydayAnswers: read('everyday-answers'),
		};
	});
}

/** A row or two ask for customer service after all. */
const ASKS_FOR_SERVICE = /customer service|talk to (a|an) (person|agent|human)/;

/**
 * None of them asks for a human.
 * @throws {Error} when the file is not beside the project: without it another model would come out.
 */
export function readEverydayRequests(): Array<{ intent: string; text: string }> {
	if (!existsSync(EVERYDAY_REQUESTS)) {
		throw new Error(
			'../shared/data/clinc150-train.tsv is missing. CLINC150 (github.com/clinc/oos-eval) has its rows.',
		);
	}
	return readFileSync(EVERYDAY_REQUESTS, 'utf8')
		.split('\n')
		.filter((line) => line.includes('\t') && !ASKS_FOR_SERVICE.test(line))
		.map((line) => {
			const [intent, text] = line.split('\t');
			return { intent: intent!, text: text! };
		});
}
