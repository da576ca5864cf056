import { readText } from '../../handover/classifier/read-text';
import type { ReadTurns } from '../../handover/classifier/read-turns';
import type { WordWeights } from '../../handover/classifier/similarity';
import type { LanguageText } from '../corpus';
import type { Example } from '../fit';
import { LineNumbers } from '../line-numbers';
import { sample } from '../grammar/expand';
import { randomFor } from '../random';
import { varyText } from '../vary-text';
import { observeDialogue } from './dialogue';
import { everydayLines } from './everyday-lines';
import { ExamplePool } from './example-pool';

const SHARES = { succeeded: 2.5, other: 1.5, everyday: 1 };
const TEXTS_OF_SUCCESS = 6;
const SHORT = 3;
const TEXTS_OF_OTHER = 2;

/** Turns that say that the bot's last answer helped, and other turns. */
export function succeededExamples(
	text: LanguageText,
	wordWeights: WordWeights,
	readTurns: ReadTurns,
): Example[] {
	const random = randomFor(`succeeded ${text.language}`);
	const numbers = new LineNumbers(text.language);
	const pool = new ExamplePool(text.language, SHARES);
	const answers = everydayLines(text.everydayAnswers, random, numbers).map((one) => one.text);
	const add = (part: string, group: string, line: number, label: 0 | 1, said: string[]) => {
		const before = said.length > 1 ? said.slice(0, -1) : [random.pick(answers)];
		const turns = [...before, varyText(said.at(-1)!, random)];
		pool.add(
			part,
			group,
			line,
			label,
			turns.join(' >> '),
			observeDialogue(turns, wordWeights, readTurns),
		);
	};
	for (const { label, name, lines } of [...text.itHelped, ...text.failedAttempt]) {
		// Plain next turns are not labelled for whether they give thanks.
		if (label === 'next') continue;
		for (const { template } of lines) {
			const line = numbers.next();
			const isSuccess = label === 'succeeded';
			for (const one of sample(template, isSuccess ? TEXTS_OF_SUCCESS : TEXTS_OF_OTHER, random)) {
				const turns = one.split('>>').map((turn) => turn.trim());
				add(isSuccess ? 'succeeded' : 'other', name, line, isSuccess ? 1 : 0, turns);
			}
		}
	}
	for (const { text: one, line } of everydayLines(text.everydayMessages, random, numbers)) {
		// Among them is many a `thanks`.
		if (readText(one).tokens.length > SHORT) add('everyday', 'everyday', line, 0, [one]);
	}
	return pool.weighed(text.language === 'english' ? 4 : 1);
}
