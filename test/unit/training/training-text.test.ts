import {
	DEVELOPMENT,
	EVALUATION,
	isOf,
	OTHER_SETS,
	readLabelledLines,
} from '../../../evaluation/labelled-lines';
import { readCorpus, type LanguageText } from '../../../training/corpus';

const corpus = readCorpus();

const lettersOf = (text: string) =>
	text
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
		.trim();

const linesOf = ({
	contactRequest,
	noWish,
	lackOfInformation,
	failedAttempt,
	matters,
	moments,
}: LanguageText) => [
	...[contactRequest, noWish, lackOfInformation, failedAttempt].flatMap((groups) =>
		groups.flatMap(({ lines }) => lines.map(({ source }) => source)),
	),
	...matters.flatMap((matter) =>
		matter.flatMap(({ question, answer }, at) => {
			const draft = `${question} >> ${answer}`;
			const next = matter[at + 1];
			return next ? [draft, `${draft} >> ${next.question}`] : [draft];
		}),
	),
	...moments.flatMap(({ said, replies }) =>
		replies.flatMap(({ text, next }) => {
			const draft = `${said} >> ${text}`;
			return [draft, ...next.map((one) => `${draft} >> ${one}`)];
		}),
	),
];

test('in a moment, the same words do not show that one reply failed and go on after another', () => {
	const both = corpus.flatMap(({ language, moments }) =>
		moments.flatMap(({ said, replies }) => {
			const saidTo = (isFit: boolean) =>
				replies
					.filter(({ kind }) => (kind === 'fits') === isFit)
					.flatMap(({ next }) => next.map(lettersOf))
					.filter(Boolean);
			const goesOn = new Set(saidTo(true));
			return saidTo(false).some((next) => goesOn.has(next)) ? [`${language}: ${said}`] : [];
		}),
	);
	expect(both).toEqual([]);
});

test.each(corpus.map((text): [string, LanguageText] => [text.language, text]))(
	'%s has lines of every kind',
	(_, text) => {
		const labels = (groups: Array<{ label: string }>) =>
			[...new Set(groups.map(({ label }) => label))].sort();
		expect(labels(text.contactRequest)).toEqual(['no', 'plain', 'yes']);
		expect(labels(text.noWish)).toEqual(['no', 'yes']);
		expect(labels(text.lackOfInformation)).toEqual(['beside', 'faq', 'no', 'yes']);
		expect(labels(text.failedAttempt)).toEqual(['next', 'no', 'plain', 'succeeded', 'yes']);
		expect(labels(text.itHelped)).toEqual(['no', 'succeeded']);
		expect(text.sameQuestion.length).toBeGreaterThan(50);
		expect(text.sameQuestion.every((wordings) => wordings.length > 1)).toBe(true);
		expect(text.matters.length).toBeGreaterThan(120);
		// Fewer questions would hardly have to be told apart; where more are, an empty line is missing.
		expect(text.matters.filter(({ length }) => length < 4 || length > 8)).toEqual([]);
		expect(text.moments.length).toBeGreaterThan(120);
		const kinds = text.moments.flatMap(({ replies }) => replies.map(({ kind }) => kind));
		expect([...new Set(kinds)].sort()).toEqual(['errs', 'fits', 'misses']);
		expect(text.everydayMessages.flatMap(({ lines }) => lines).length).toBeGreaterThan(150);
		expect(text.everydayAnswers.flatMap(({ lines }) => lines).length).toBeGreaterThan(100);
	},
);

test('nothing that is measured was trained on, short wishes that everybody writes aside', () => {
	const plain = (text: string) =>
		text
			.toLowerCase()
			.replace(/[^\p{L}\p{N}>]+/gu, ' ')
			.trim();
	const trained = new Set(corpus.flatMap(linesOf).map(plain));
	const judged = [EVALUATION, DEVELOPMENT]
		.flatMap(readLabelledLines)
		.map(({ history, text }) => plain([...history.map((turn) => turn.text), text].join(' >> ')));
	const shared = judged.filter((text) => text.length > 24 && trained.has(text));
	expect(shared.length / judged.length).toBeLessThan(0.005);
});

test('every language has enough lines to be measured by', () => {
	const lines = readLabelledLines(EVALUATION);
	const count = (set: string, task: string) =>
		lines.filter((line) => line.set === set && line.task === task).length;
	for (const { language } of corpus) {
		expect(count(language, 'contact-request')).toBeGreaterThanOrEqual(150);
		expect(count(language, 'lack-of-information')).toBeGreaterThanOrEqual(60);
		expect(count(language, 'failed-attempt')).toBeGreaterThanOrEqual(60);
	}
	for (const set of OTHER_SETS) {
		expect(lines.filter((line) => isOf(line, set)).length).toBeGreaterThanOrEqual(300);
	}
});
