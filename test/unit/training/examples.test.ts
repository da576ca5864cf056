import { inOneTable, type LinearModel } from '../../../handover/classifier/linear-model';
import { ReadTurns } from '../../../handover/classifier/read-turns';
import type { WordWeights } from '../../../handover/classifier/similarity';
import type { LanguageText } from '../../../training/corpus';
import { contactRequestExamples } from '../../../training/examples/contact-request';
import { failedAttemptExamples } from '../../../training/examples/failed-attempt';
import { lackOfInformationExamples } from '../../../training/examples/lack-of-information';
import { succeededExamples } from '../../../training/examples/succeeded';
import type { Example } from '../../../training/fit';
import { parseGrammar } from '../../../training/grammar/parse-grammar';

const WORD_WEIGHTS: WordWeights = new Uint8Array(1 << 16).fill(100);

const EACH_WORD_TELLS: WordWeights = new Uint8Array(1 << 16).fill(255);

const NOTHING_LEARNT: LinearModel = {
	weights: new Int8Array(32),
	scale: 1,
	slope: 1,
	offset: 0,
	network: null,
	recurrent: null,
	comparison: null,
	alone: null,
};

const READ_TURNS = new ReadTurns({
	...inOneTable({ lackOfInformation: NOTHING_LEARNT }),
	wordWeights: WORD_WEIGHTS,
});

const EMPTY: LanguageText = {
	language: 'dutch',
	contactRequest: [],
	noWish: [],
	lackOfInformation: [],
	failedAttempt: [],
	itHelped: [],
	sameQuestion: [],
	matters: [],
	moments: [],
	everydayMessages: [],
	everydayAnswers: [],
};

const groupsOf = (text: string) => parseGrammar(text, 'test');

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

describe('a moment', () => {
	const moments: LanguageText['moments'] = [
		{
			said: 'the drums next door again',
			replies: [
				{ kind: 'fits', text: 'Oh no. Every night?', next: ['only when I sleep', 'every one'] },
				{ kind: 'misses', text: 'Drums are instruments.', next: ['who asked about that'] },
				{ kind: 'errs', text: 'Since when do you play?', next: ['me? I sleep'] },
			],
		},
		{ said: 'hi', replies: [{ kind: 'fits', text: 'Hello!', next: ['all well'] }] },
	];
	const linesOf = (examples: readonly Example[]) => examples.map(({ line }) => line);

	test('has a draft that answers and one that does not; what errs is no example of either', () => {
		const drafts = lackOfInformationExamples({ ...EMPTY, moments }, WORD_WEIGHTS);
		expect(drafts.map(({ part, label, text }) => [part, label, text])).toEqual([
			['replyFits', 0, 'the drums next door again >> Oh no. Every night?'],
			['replyMisses', 1, 'the drums next door again >> Drums are instruments.'],
			['replyFits', 0, 'hi >> Hello!'],
		]);
		const [fits, misses, other] = linesOf(drafts);
		expect(misses).toBe(fits);
		expect(other).not.toBe(fits);
	});

	test('has next turns that go on, and such that show that a reply failed', () => {
		const text = {
			...EMPTY,
			moments,
			lackOfInformation: groupsOf('= yes: admits\nNo idea, sorry.'),
			everydayMessages: groupsOf('what does it cost'),
			everydayAnswers: groupsOf('It costs five euros.'),
		};
		const turns = failedAttemptExamples(text, WORD_WEIGHTS, READ_TURNS, []).filter(({ group }) =>
			group.startsWith('moments'),
		);
		// The last turn is typed as people type: its marks and capitals may be others.
		const before = (text: string) => text.split(' >> ').slice(0, 2).join(' >> ');
		const letters = (text: string) =>
			text
				.split(' >> ')[2]!
				.toLowerCase()
				.replace(/[^a-z]/g, '');
		expect(turns.map(({ part, group, label, text }) => [part, group, label, before(text)])).toEqual(
			[
				[
					'afterReplyThatFits',
					'moments: fits',
					0,
					'the drums next door again >> Oh no. Every night?',
				],
				[
					'afterReplyThatFits',
					'moments: fits',
					0,
					'the drums next door again >> Oh no. Every night?',
				],
				[
					'afterReplyThatFails',
					'moments: misses',
					1,
					'the drums next door again >> Drums are instruments.',
				],
				[
					'afterReplyThatFails',
					'moments: errs',
					1,
					'the drums next door again >> Since when do you play?',
				],
				['afterReplyThatFits', 'moments: fits', 0, 'hi >> Hello!'],
			],
		);
		expect(turns.map(({ text }) => letters(text).slice(0, 2))).toEqual([
			'on',
			'ev',
			'wh',
			'me',
			'al',
		]);
		const [first, second, third, fourth, other] = linesOf(turns);
		expect([second, third, fourth]).toEqual([first, first, first]);
		expect(other).not.toBe(first);
	});
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
