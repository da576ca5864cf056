import { exchangeOfDraft, readQuestion } from '../../handover/classifier/exchange';
import { observeDraft } from '../../handover/classifier/observation';
import { readText } from '../../handover/classifier/read-text';
import { verbatimOf, type WordWeights } from '../../handover/classifier/similarity';
import type { LanguageText } from '../corpus';
import type { Example } from '../fit';
import { LineNumbers } from '../line-numbers';
import { sample } from '../grammar/expand';
import { scramble } from '../scramble';
import { randomFor } from '../random';
import { ExamplePool, type Seen } from './example-pool';
import { everydayLines } from './everyday-lines';

const SHARES = {
	lacks: 1.3,
	beside: 0.15,
	answers: 1.2,
	plainAnswers: 1.2,
	everyday: 0.7,
	turns: 0.8,
	scrambled: 0.15,
	ofMatters: 0.3,
	replyFits: 0.5,
	replyMisses: 0.15,
};
export type DraftPart = keyof typeof SHARES;
/** An answer to something else reads as any answer: what gives it away is little. */
const PARTS: Record<string, DraftPart> = {
	yes: 'lacks',
	beside: 'beside',
	no: 'answers',
	faq: 'plainAnswers',
};
const REPLY_FITS: [DraftPart, 0] = ['replyFits', 0];
const REPLY_MISSES: [DraftPart, 1] = ['replyMisses', 1];
const TEXTS_OF_LACK = 8;
const TEXTS_OF_ANSWER = 4;
const TEXTS_OF_FAQ = 24;

/** Bot answers that leave the contact without one, and real ones. */
export function lackOfInformationExamples(text: LanguageText, weights: WordWeights): Example[] {
	const random = randomFor(`lackOfInformation ${text.language}`);
	const numbers = new LineNumbers(text.language);
	const pool = new ExamplePool(text.language, SHARES);
	const add = (part: DraftPart, group: string, line: number, label: 0 | 1, one: string) => {
		const [draft, question] = one
			.split('>>')
			.reverse()
			.map((turn) => turn.trim());
		pool.add(part, group, line, label, one, observe(draft!, question ?? null, weights));
	};
	/** What lacks information whatever was asked, also where the contact stays polite about it. */
	const lacking = new Set<number>();
	for (const { label, name, lines } of text.lackOfInformation) {
		for (const { template } of lines) {
			const line = numbers.next();
			const lacks = label === 'yes' || label === 'beside';
			const most = label === 'faq' ? TEXTS_OF_FAQ : lacks ? TEXTS_OF_LACK : TEXTS_OF_ANSWER;
			for (const one of sample(template, most, random)) {
				add(PARTS[label]!, name, line, lacks ? 1 : 0, one);
				if (label === 'yes' && !one.includes('>>')) lacking.add(hashOfWords(one));
			}
		}
	}
	const everyday = everydayLines(text.everydayAnswers, random, numbers);
	for (const { text: one, line } of everyday) {
		add('everyday', 'everyday', line, 0, one);
		add('scrambled', 'scrambled', line, 0, scramble(one, random));
		if (random.next() < 0.4) {
			add('everyday', 'everyday', line, 0, `${one} ${random.pick(everyday).text}`);
		}
	}
	for (const { label, name, lines } of text.failedAttempt) {
		// After what did not help, the contact goes on otherwise.
		if (label === 'yes' || label === 'plain') continue;
		for (const { template } of lines) {
			const turns = sample(template, 1, random)[0]!.split('>>');
			if (turns.length < 2 || lacking.has(hashOfWords(turns.at(-2)!))) continue;
			// What the bot said, after what it was asked.
			add('turns', name, numbers.next(), 0, turns.slice(-3, -1).join('>>'));
		}
	}
	for (const matter of text.matters) {
		// One line for all, so that none is asked about while its neighbours are taught.
		const line = numbers.next();
		for (const { question, answer } of matter) {
			add('ofMatters', 'matters', line, 0, `${question} >> ${answer}`);
		}
	}
	for (const { said, replies } of text.moments) {
		const line = numbers.next();
		for (const { kind, text: reply } of replies) {
			// What errs can be told from what fits only by who knows the matter.
			if (kind === 'errs') continue;
			const [part, label] = kind === 'fits' ? REPLY_FITS : REPLY_MISSES;
			add(part, 'moments', line, label, `${said} >> ${reply}`);
		}
	}
	return pool.weighed(text.language === 'english' ? 4 : 1);
}

function hashOfWords(text: string): number {
	return verbatimOf(readText(text).tokens);
}

function observe(draft: string, question: string | null, weights: WordWeights): Seen {
	const read = readText(draft);
	const before = question === null ? null : readQuestion(question, weights);
	return {
		observation: observeDraft(read, before?.features ?? null, weights),
		exchange: exchangeOfDraft(read, before),
	};
}
