import { readText } from '../../handover/classifier/read-text';
import type { ReadTurns } from '../../handover/classifier/read-turns';
import { countTelling, featuresOf, type WordWeights } from '../../handover/classifier/similarity';
import type { LanguageText } from '../corpus';
import type { Example } from '../fit';
import { LineNumbers } from '../line-numbers';
import { sample } from '../grammar/expand';
import { scramble } from '../scramble';
import { randomFor, type Random } from '../random';
import { varyText, withSlips } from '../vary-text';
import { ExamplePool } from './example-pool';
import { observeDialogue } from './dialogue';
import { everydayLines } from './everyday-lines';

const SHARES = {
	failed: 1.45,
	goesOn: 1.4,
	askedAgain: 0.6,
	asksOther: 1.6,
	everydayRequests: 1,
	asksMore: 0.2,
	insists: 0.15,
	saidTwice: 0.1,
	helped: 0.4,
	scrambled: 0.4,
	lone: 0.2,
};
const MOST_WORDS = 2;
/** Of the answers before a turn, so many leave the contact without one. */
const LACKING = 0.3;
/** As for contact requests. */
const HASTY = 0.5;
const TEXTS_OF_FAILED = 12;
const TEXTS_OF_OTHER = 10;

/** Turns that show that the bot's last answer did not help, and other turns. */
export function failedAttemptExamples(
	text: LanguageText,
	wordWeights: WordWeights,
	readTurns: ReadTurns,
	everydayRequests: readonly string[],
): Example[] {
	const random = randomFor(`failedAttempt ${text.language}`);
	const numbers = new LineNumbers(text.language);
	const pool = new ExamplePool(text.language, SHARES);
	const add = (part: string, group: string, line: number, label: 0 | 1, turns: string[]) => {
		const seen = observeDialogue(turns, wordWeights, readTurns);
		pool.add(part, group, line, label, turns.join(' >> '), seen);
	};
	const vary = (turns: string[]) => [...turns.slice(0, -1), varyText(turns.at(-1)!, random)];
	const inHaste = (turns: string[]) => [...turns.slice(0, -1), withSlips(turns.at(-1)!, random)];

	for (const { label, name, lines } of text.failedAttempt) {
		for (const { template } of lines) {
			const line = numbers.next();
			const failed = label === 'yes';
			for (const one of sample(template, failed ? TEXTS_OF_FAILED : TEXTS_OF_OTHER, random)) {
				const turns = one.split('>>').map((turn) => turn.trim());
				const part = failed ? 'failed' : 'goesOn';
				add(part, name, line, failed ? 1 : 0, vary(turns));
				if (random.next() < HASTY) add(part, name, line, failed ? 1 : 0, inHaste(turns));
			}
		}
	}
	const messages = everydayLines(text.everydayMessages, random, numbers);
	const answers = everydayLines(text.everydayAnswers, random, numbers).map((one) => one.text);
	const statements = answers.filter((answer) => !/[?？؟]\s*$/u.test(answer));
	const lacking = text.lackOfInformation
		.filter(({ label }) => label === 'yes')
		.flatMap(({ lines }) => lines.flatMap(({ template }) => sample(template, 1, random)))
		.map((one) => one.split('>>').at(-1)!.trim());
	const answer = () => random.pick(random.next() < LACKING ? lacking : statements);
	// Who was left without an answer may give thanks, or ask something else, and complains of nothing.
	const anyAnswer = () => random.pick(random.next() < LACKING ? lacking : answers);

	for (const wordings of text.sameQuestion) {
		const line = numbers.next();
		for (const wording of wordings) {
			const other = random.pick(wordings);
			add('askedAgain', 'asked again', line, 1, vary([wording, answer(), other]));
			const next =
				random.next() < 0.5
					? random.pick(random.pick(text.sameQuestion))
					: random.pick(messages).text;
			if (wordings.includes(next)) continue;
			add(
				'asksOther',
				'asks another question',
				line,
				0,
				vary([wording, random.pick(answers), next]),
			);
		}
	}
	const questions = text.sameQuestion.flat();
	const others = [...questions, ...messages.map((one) => one.text), ...everydayRequests];
	const afterAnother = (one: string) => vary([random.pick(others), anyAnswer(), one]);
	const saysSomething = (one: string) => countTelling(featuresOf(readText(one), wordWeights)) > 0;
	for (const wordings of text.sameQuestion) {
		const line = numbers.next();
		const wording = random.pick(wordings);
		const detail = endOf(random.pick(questions), random);
		const end = endOf(wording, random);
		// `really` or `for me` asks for nothing else.
		if (!saysSomething(detail) || !saysSomething(end)) continue;
		if (wordings.some((one) => one.includes(detail))) continue;
		const asked = (next: string) => vary([wording, random.pick(statements), next]);
		add('asksMore', 'adds a detail', line, 0, asked(joined(wording, detail)));
		add('asksMore', 'asks for another detail', line, 0, asked(detail));
		add(
			'asksMore',
			'asks the same of another thing',
			line,
			0,
			asked(otherEnd(wording, end, detail)),
		);
		add('insists', 'insists on a detail', line, 1, asked(end));
	}
	for (const { text: one, line } of messages) {
		// Greetings, thanks and the like may be said twice.
		if (readText(one).tokens.length <= MOST_WORDS) {
			add('saidTwice', 'said twice', line, 0, [one, anyAnswer(), varyText(one, random)]);
		}
		add('lone', 'alone', line, 0, vary([one]));
		const unread = scramble(one, random);
		add('scrambled', 'scrambled', line, 0, [
			random.pick(messages).text,
			random.pick(answers),
			unread,
		]);
		add('asksOther', 'after an answer', line, 0, vary([anyAnswer(), one]));
		add('asksOther', 'after another message', line, 0, afterAnother(one));
	}
	for (const one of everydayRequests) {
		add('everydayRequests', 'everyday requests', numbers.next(), 0, afterAnother(one));
	}
	for (const { label, name, lines } of text.itHelped) {
		for (const { template } of lines) {
			const line = numbers.next();
			for (const one of sample(template, TEXTS_OF_OTHER, random)) {
				if (label === 'succeeded') add('helped', name, line, 0, vary([anyAnswer(), one]));
			}
		}
	}
	return pool.weighed(text.language === 'english' ? 4 : 1);
}

/** The last words of a question, which are often what it is about. */
function endOf(question: string, random: Random): string {
	const words = question.split(' ');
	const count = Math.min(words.length - 1, 1 + Math.floor(random.next() * 3));
	return words.length > 2 ? words.slice(-count).join(' ') : question;
}

function joined(question: string, detail: string): string {
	return `${question.replace(/[?？؟.]+$/u, '')} ${detail}`;
}

function otherEnd(question: string, end: string, other: string): string {
	return [...question.split(' ').slice(0, -end.split(' ').length), other].join(' ');
}
