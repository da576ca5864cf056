import { readText } from '../../handover/classifier/read-text';
import type { ReadTurns } from '../../handover/classifier/read-turns';
import {
	compareTopics,
	countTelling,
	featuresOf,
	similarity,
	type Features,
	type WordWeights,
} from '../../handover/classifier/similarity';
import type { LanguageText } from '../corpus';
import type { Example } from '../fit';
import { LineNumbers } from '../line-numbers';
import { sample } from '../grammar/expand';
import { scramble } from '../scramble';
import { randomFor, type Random } from '../random';
import { varyText, withSlips } from '../vary-text';
import { ExamplePool } from './example-pool';
import { observeDialogue } from './dialogue';
import { endOf, joined, otherEnd, unmarked } from './question-ends';
import { everydayLines, type EverydayLine } from './everyday-lines';

const SHARES = {
	failed: 1.6,
	plainFailed: 0.5,
	goesOn: 1.4,
	plainNext: 1.4,
	askedAgain: 0.75,
	asksOther: 1.6,
	everydayRequests: 1,
	asksMore: 0.2,
	insists: 0.15,
	saysMore: 0.2,
	saidTwice: 0.4,
	helped: 0.4,
	scrambled: 0.4,
	lone: 0.2,
	ofMatters: 0.2,
	afterReplyThatFits: 0.5,
	afterReplyThatFails: 0.5,
};
export type AttemptPart = keyof typeof SHARES;
const MOST_WORDS = 2;
/** Similarity from which one may see that a question is asked again. */
const LEAST_LIKE = 0.12;
/** Of the answers before a turn, so many leave the contact without one. */
const LACKING = 0.3;
/** Of the questions that stand with what a bot said to them, so many: more outweigh greetings said twice. */
const ASKED_AGAIN = 0.1;
/** As for contact requests. */
const HASTY = 0.5;
/** Plain turns have shares of their own: most others were chosen to look like a complaint, or like none. */
const PARTS: Record<string, AttemptPart> = {
	yes: 'failed',
	plain: 'plainFailed',
	next: 'plainNext',
};
const TEXTS_OF_OTHER = 10;
const MOST_TEXTS: Record<string, number> = {
	failed: 12,
	plainFailed: 40,
	goesOn: TEXTS_OF_OTHER,
	plainNext: 40,
};

/** Turns that show that the bot's last answer did not help, and other turns. */
export function failedAttemptExamples(
	text: LanguageText,
	wordWeights: WordWeights,
	readTurns: ReadTurns,
	everydayRequests: readonly string[],
): Example[] {
	const examples = new AttemptExamples(text, wordWeights, readTurns, everydayRequests);
	// All draw from one generator and number lines in turn: another order makes another model.
	examples.addWritten();
	examples.addQuestions();
	examples.addEverydayMessages();
	examples.addEverydayRequests();
	examples.addThanks();
	examples.addAnsweredQuestions();
	examples.addMatters();
	examples.addMoments();
	return examples.pool.weighed(text.language === 'english' ? 4 : 1);
}

class AttemptExamples {
	readonly pool: ExamplePool;
	readonly #random: Random;
	readonly #numbers: LineNumbers;
	readonly #messages: readonly EverydayLine[];
	/** What bots say, by what a contact may say next. */
	readonly #answers: string[];
	readonly #statements: string[];
	readonly #askedBack: string[];
	readonly #lacking: string[];
	readonly #questions: string[];
	/** What contacts may have said before. */
	readonly #others: string[];

	constructor(
		private readonly text: LanguageText,
		private readonly wordWeights: WordWeights,
		private readonly readTurns: ReadTurns,
		private readonly everydayRequests: readonly string[],
	) {
		const random = randomFor(`failedAttempt ${text.language}`);
		this.#random = random;
		this.#numbers = new LineNumbers(text.language);
		this.pool = new ExamplePool(text.language, SHARES);
		this.#messages = everydayLines(text.everydayMessages, random, this.#numbers);
		this.#answers = everydayLines(text.everydayAnswers, random, this.#numbers).map(textOf);
		const asks = (answer: string) => /[?？؟]\s*$/u.test(answer);
		this.#statements = this.#answers.filter((answer) => !asks(answer));
		this.#askedBack = this.#answers.filter(asks);
		this.#lacking = text.lackOfInformation
			.filter(({ label }) => label === 'yes')
			.flatMap(({ lines }) => lines.flatMap(({ template }) => sample(template, 1, random)))
			.map((one) => one.split('>>').at(-1)!.trim());
		this.#questions = text.sameQuestion.flat();
		this.#others = [...this.#questions, ...this.#messages.map(textOf), ...everydayRequests];
	}

	/** Dialogues as they were written. */
	addWritten(): void {
		for (const { label, name, lines } of this.text.failedAttempt) {
			const failed = label === 'yes' || label === 'plain' ? 1 : 0;
			const part = PARTS[label] ?? 'goesOn';
			const most = MOST_TEXTS[part]!;
			for (const { template } of lines) {
				const line = this.#numbers.next();
				for (const one of sample(template, most, this.#random)) {
					const turns = one.split('>>').map((turn) => turn.trim());
					this.#add(part, name, line, failed, this.#vary(turns));
					if (this.#random.next() >= HASTY) continue;
					this.#add(part, name, line, failed, this.#inHaste(turns));
				}
			}
		}
	}

	/** Questions that are asked again, and others that follow them. */
	addQuestions(): void {
		for (const wordings of this.text.sameQuestion) {
			const line = this.#numbers.next();
			for (const wording of wordings) this.#addAskedAgain(line, wording, wordings);
			this.#addDetails(line, wordings);
		}
	}

	addEverydayMessages(): void {
		const random = this.#random;
		for (const { text: one, line } of this.#messages) {
			// Greetings, thanks and the like may be said twice.
			if (readText(one).tokens.length <= MOST_WORDS) {
				const again = [one, this.#anyAnswer(), varyText(one, random)];
				this.#add('saidTwice', 'said twice', line, 0, again);
			}
			this.#add('lone', 'alone', line, 0, this.#vary([one]));
			const unread = scramble(one, random);
			const [before, answer] = [random.pick(this.#messages).text, random.pick(this.#answers)];
			this.#add('scrambled', 'scrambled', line, 0, [before, answer, unread]);
			const next = this.#vary([this.#anyAnswer(), one]);
			this.#add('asksOther', 'after an answer', line, 0, next);
			this.#add('asksOther', 'after another message', line, 0, this.#afterAnother(one));
		}
	}

	addEverydayRequests(): void {
		for (const one of this.everydayRequests) {
			const turns = this.#afterAnother(one);
			this.#add('everydayRequests', 'everyday requests', this.#numbers.next(), 0, turns);
		}
	}

	addThanks(): void {
		for (const { label, name, lines } of this.text.itHelped) {
			for (const { template } of lines) {
				const line = this.#numbers.next();
				for (const one of sample(template, TEXTS_OF_OTHER, this.#random)) {
					if (label !== 'succeeded') continue;
					this.#add('helped', name, line, 0, this.#vary([this.#anyAnswer(), one]));
				}
			}
		}
	}

	/**
	 * Questions with what a bot said to them, be it an answer or that it knows none: who asks once more
	 * was not helped, even where the bot used the question's words.
	 */
	addAnsweredQuestions(): void {
		const random = this.#random;
		for (const { lines } of this.text.lackOfInformation) {
			for (const { template } of lines) {
				if (random.next() >= ASKED_AGAIN) continue;
				const turns = sample(template, 1, random)[0]!
					.split('>>')
					.map((turn) => turn.trim());
				if (turns.length !== 2) continue;
				const [question, answer] = turns as [string, string];
				// Greetings and the like may be said twice.
				if (readText(question).tokens.length <= MOST_WORDS) continue;
				const line = this.#numbers.next();
				const again = this.#vary([question, answer, question]);
				this.#add('askedAgain', 'asked again after its own answer', line, 1, again);
				const other = random.pick(this.#others);
				// It might be the same question in other words.
				if (this.#isLike(question, other)) continue;
				const next = this.#vary([question, answer, other]);
				this.#add('asksOther', 'asks another question after an answer', line, 0, next);
			}
		}
	}

	/** Who has an answer asks for something else of the same matter. */
	addMatters(): void {
		for (const matter of this.text.matters) {
			const line = this.#numbers.next();
			matter.slice(1).forEach((next, at) => {
				const { question, answer } = matter[at]!;
				const turns = this.#vary([question, answer, next.question]);
				this.#add('ofMatters', 'asks for more of a matter', line, 0, turns);
			});
		}
	}

	/** What is said to replies that fit, and to such that do not. */
	addMoments(): void {
		for (const { said, replies } of this.text.moments) {
			const line = this.#numbers.next();
			for (const { kind, text: reply, next } of replies) {
				const failed = kind === 'fits' ? 0 : 1;
				const part = failed ? 'afterReplyThatFails' : 'afterReplyThatFits';
				for (const one of next) {
					this.#add(part, `moments: ${kind}`, line, failed, this.#vary([said, reply, one]));
				}
			}
		}
	}

	#addAskedAgain(line: number, wording: string, wordings: readonly string[]): void {
		const random = this.#random;
		const other = random.pick(wordings);
		if (this.#isLike(wording, other)) {
			const again = [wording, this.#answer(), other];
			this.#add('askedAgain', 'asked again', line, 1, this.#vary(again));
		}
		const next =
			random.next() < 0.5
				? random.pick(random.pick(this.text.sameQuestion))
				: random.pick(this.#messages).text;
		if (wordings.includes(next)) return;
		const turns = [wording, random.pick(this.#answers), next];
		this.#add('asksOther', 'asks another question', line, 0, this.#vary(turns));
	}

	#addDetails(line: number, wordings: readonly string[]): void {
		const random = this.#random;
		const wording = random.pick(wordings);
		const detail = endOf(random.pick(this.#questions), random);
		const end = endOf(wording, random);
		// `really` or `for me` asks for nothing else.
		if (!this.#saysSomething(detail) || !this.#saysSomething(end)) return;
		if (wordings.some((one) => one.includes(detail))) return;
		const ask = (
			part: string,
			group: string,
			label: 0 | 1,
			next: string,
			said = this.#statements,
		) => {
			const turns = [wording, random.pick(said), next];
			this.#add(part, group, line, label, this.#vary(turns));
		};
		ask('asksMore', 'adds a detail', 0, joined(wording, detail));
		ask('asksMore', 'asks for another detail', 0, detail);
		ask('asksMore', 'asks the same of another thing', 0, otherEnd(wording, end, detail));
		ask('insists', 'insists on a detail', 1, end);
		// It has no part of its own: it is short, or in a language without spaces.
		if (end === wording) return;
		// Who is asked back says again what it was about, or picks what the bot offers.
		const offered = [`${random.pick(this.#askedBack)} ${joined(end, '/')} ${unmarked(detail)}?`];
		ask('saysMore', 'says a part again when asked back', 0, unmarked(end), this.#askedBack);
		ask('saysMore', 'adds a detail when asked back', 0, joined(end, detail), this.#askedBack);
		ask('saysMore', 'picks one of two', 0, unmarked(end), offered);
		ask('saysMore', 'picks one of two, with a detail', 0, joined(end, detail), offered);
	}

	#add(part: string, group: string, line: number, label: 0 | 1, turns: string[]): void {
		const seen = observeDialogue(turns, this.wordWeights, this.readTurns);
		this.pool.add(part, group, line, label, turns.join(' >> '), seen);
	}

	#vary(turns: string[]): string[] {
		return [...turns.slice(0, -1), varyText(turns.at(-1)!, this.#random)];
	}

	#inHaste(turns: string[]): string[] {
		return [...turns.slice(0, -1), withSlips(turns.at(-1)!, this.#random)];
	}

	#answer(): string {
		return this.#random.pick(this.#random.next() < LACKING ? this.#lacking : this.#statements);
	}

	/** Who was left without an answer may give thanks, or ask something else, and complains of nothing. */
	#anyAnswer(): string {
		return this.#random.pick(this.#random.next() < LACKING ? this.#lacking : this.#answers);
	}

	#afterAnother(one: string): string[] {
		return this.#vary([this.#random.pick(this.#others), this.#anyAnswer(), one]);
	}

	/** Wordings with nothing in common would teach that whoever asks something else asks again. */
	#isLike(one: string, other: string): boolean {
		const [a, b] = [this.#featuresOf(one), this.#featuresOf(other)];
		return similarity(a, b) >= LEAST_LIKE || compareTopics(a, b).common > 0;
	}

	#saysSomething(text: string): boolean {
		return countTelling(this.#featuresOf(text)) > 0;
	}

	#featuresOf(text: string): Features {
		return featuresOf(readText(text), this.wordWeights);
	}
}

function textOf({ text }: { text: string }): string {
	return text;
}
