import type { WordWeights } from '../../../handover/classifier/similarity';
import { contactRequestExamples } from '../../../training/examples/contact-request';
import { failedAttemptExamples } from '../../../training/examples/failed-attempt';
import { lackOfInformationExamples } from '../../../training/examples/lack-of-information';
import { succeededExamples } from '../../../training/examples/succeeded';
import type { Example } from '../../../training/fit';
import { EMPTY, groupsOf, READ_TURNS, WORD_WEIGHTS } from './text-of-tests';

const EACH_WORD_TELLS: WordWeights = new Uint8Array(1 << 16).fill(255);

const weightOf = (examples: readonly Example[], part: string) =>
	examples.filter((one) => one.part === part).reduce((sum, { weight }) => sum + weight, 0);

const HARD_WISHES = ['= yes: hard', 'get me out of here', 'is anybody alive', 'no more machines'];

/** How much plain requests weigh beside hard ones. */
function shareOfPlain(plain: string[]): number {
	const examples = contactRequestExamples(
		{
			...EMPTY,
			contactRequest: groupsOf([...HARD_WISHES, '= plain: plain', ...plain].join('\n')),
			everydayMessages: groupsOf('what does it cost'),
		},
		[],
	);
	return weightOf(examples, 'plainWish') / weightOf(examples, 'wish');
}

test('plain requests have the same share beside hard ones, however few they are', () => {
	const all = ['a person please', 'an agent please', 'a colleague please'];
	expect(shareOfPlain(all)).toBeGreaterThan(0);
	expect(shareOfPlain(all.slice(0, 1))).toBeCloseTo(shareOfPlain(all));
});

describe('an answer that a written dialogue goes on after', () => {
	const answersIn = (answer: string) =>
		lackOfInformationExamples(
			{
				...EMPTY,
				lackOfInformation: groupsOf('= yes: admits\nI do not know that, sorry.'),
				failedAttempt: groupsOf(`= next: stays polite\nwhen is it open >> ${answer} >> all right`),
				everydayAnswers: groupsOf('It costs five euros.'),
			},
			WORD_WEIGHTS,
		).filter(({ part }) => part === 'turns');

	test('is an answer, with the question that it follows', () => {
		expect(answersIn('From nine to five.')).toMatchObject([
			{ label: 0, text: expect.stringContaining('when is it open') as string },
		]);
	});

	test('is none where its words lack information whatever was asked', () => {
		expect(answersIn('i do not know that sorry')).toEqual([]);
	});
});

test('each answer of a matter is one to its own question, and all are on the same side of a split', () => {
	const matters = [
		[
			{ question: 'how much is it', answer: 'Five euros.' },
			{ question: 'and when', answer: 'At nine.' },
		],
		[{ question: 'where do I park', answer: 'Behind the house.' }],
	];
	const examples = lackOfInformationExamples({ ...EMPTY, matters }, WORD_WEIGHTS);
	expect(examples.map(({ part, label, text }) => [part, label, text])).toEqual([
		['ofMatters', 0, 'how much is it >> Five euros.'],
		['ofMatters', 0, 'and when >> At nine.'],
		['ofMatters', 0, 'where do I park >> Behind the house.'],
	]);
	const [price, time, place] = examples.map(({ line }) => line);
	expect(time).toBe(price);
	expect(place).not.toBe(price);
});

test('who asks on about a matter was answered', () => {
	const matters = [
		[
			{ question: 'how much is it', answer: 'Five euros.' },
			{ question: 'and when', answer: 'At nine.' },
			{ question: 'where do I park', answer: 'Behind the house.' },
		],
	];
	const text = {
		...EMPTY,
		matters,
		lackOfInformation: groupsOf('= yes: admits\nNo idea, sorry.'),
		everydayMessages: groupsOf('what does it cost'),
		everydayAnswers: groupsOf('It costs five euros.'),
	};
	const asked = failedAttemptExamples(text, WORD_WEIGHTS, READ_TURNS, []).filter(
		({ part }) => part === 'ofMatters',
	);
	// The last turn is typed as people type.
	const typed = (text: string) => text.split(' >> ')[2]!.length;
	expect(asked.map(({ label, text }) => [label, ...text.split(' >> ').slice(0, 2)])).toEqual([
		[0, 'how much is it', 'Five euros.'],
		[0, 'and when', 'At nine.'],
	]);
	expect(typed(asked[0]!.text)).toBeLessThan(typed(asked[1]!.text));
	expect(new Set(asked.map(({ line }) => line)).size).toBe(1);
});

test('plain complaints have a share of their own, and stand against no wish', () => {
	const text = {
		...EMPTY,
		contactRequest: groupsOf('= yes: wish\na person please'),
		failedAttempt: groupsOf(
			'= yes: hard\nIt opens at nine. >> and when not\n= plain: complaints\nIt opens at nine. >> that did not help',
		),
		lackOfInformation: groupsOf('= yes: admits\nNo idea, sorry.'),
		everydayMessages: groupsOf('what does it cost'),
		everydayAnswers: groupsOf('It costs five euros.'),
	};
	const failed = failedAttemptExamples(text, WORD_WEIGHTS, READ_TURNS, []);
	const labels = (part: string) => [
		...new Set(failed.filter((one) => one.part === part).map(({ label }) => label)),
	];
	expect([labels('failed'), labels('plainFailed')]).toEqual([[1], [1]]);
	const wishes = contactRequestExamples(text, []).map((one) => one.text.toLowerCase());
	expect(wishes.some((one) => one.includes('and when not'))).toBe(true);
	expect(wishes.some((one) => one.includes('did not help'))).toBe(false);
	const drafts = lackOfInformationExamples(text, WORD_WEIGHTS).map((one) => one.text);
	expect(drafts.filter((one) => one.includes('It opens at nine.'))).toEqual([]);
});

test('a plain next turn is no example of whether the answer helped', () => {
	const text = { ...EMPTY, everydayAnswers: groupsOf('It costs five euros.') };
	const learnt = (label: string) =>
		succeededExamples(
			{ ...text, failedAttempt: groupsOf(`= ${label}: one\nIt opens at nine. >> all right then`) },
			WORD_WEIGHTS,
			READ_TURNS,
		);
	expect(learnt('no')).not.toEqual([]);
	expect(learnt('next')).toEqual([]);
});

describe('who was answered and asks once more', () => {
	const lines = (question: string) =>
		Array.from({ length: 40 }, (_, at) => `${question} ${at} >> The bridge ${at} is open.`);
	const asked = (question: string) =>
		failedAttemptExamples(
			{
				...EMPTY,
				lackOfInformation: groupsOf(
					['= yes: admits', 'No idea, sorry.', '= faq: plain', ...lines(question)].join('\n'),
				),
				everydayMessages: groupsOf('what does it cost'),
				everydayAnswers: groupsOf('It costs five euros.'),
			},
			WORD_WEIGHTS,
			READ_TURNS,
			[],
		).filter(({ group }) => group.endsWith('its own answer'));

	test('was not helped, whatever words the answer shares with the question', () => {
		const again = asked('when will the bridge open');
		expect(again.length).toBeGreaterThan(0);
		for (const { label, text } of again) {
			const [question, answer, next] = text.split(' >> ');
			expect(label).toBe(1);
			expect(answer).toMatch(/^The bridge \d+ is open\.$/);
			expect(next!.toLowerCase()).toContain('bridge');
			expect(question).toContain('when will the bridge open');
		}
	});

	test('unless it is a word that one may say twice', () => {
		expect(asked('hello')).toEqual([]);
	});
});

test('a part of the question is said again to insist, and to answer who asks back', () => {
	const examples = failedAttemptExamples(
		{
			...EMPTY,
			sameQuestion: ['castle', 'harbour', 'museum', 'library', 'tower', 'garden'].map((place) => [
				`when may visitors enter the old ${place}`,
				`which hours has the old ${place}`,
			]),
			lackOfInformation: groupsOf('= yes: admits\nNo idea, sorry.'),
			everydayMessages: groupsOf('what does it cost'),
			everydayAnswers: groupsOf('It costs five euros.\nWhat would you like to know?'),
		},
		EACH_WORD_TELLS,
		READ_TURNS,
		[],
	);
	const saidTo = (part: string) =>
		examples
			.filter((one) => one.part === part)
			.map(({ label, text }) => ({ label, said: text.split(' >> ')[1] }));
	expect(saidTo('insists').length).toBeGreaterThan(0);
	expect(saidTo('saysMore').length).toBeGreaterThan(0);
	for (const one of saidTo('insists')) {
		expect(one).toEqual({ label: 1, said: 'It costs five euros.' });
	}
	for (const one of saidTo('saysMore')) {
		expect(one).toEqual({
			label: 0,
			said: expect.stringMatching(/^What would you like to know\?/) as string,
		});
	}
});
