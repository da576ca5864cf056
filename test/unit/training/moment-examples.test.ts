import type { LanguageText } from '../../../training/corpus';
import { failedAttemptExamples } from '../../../training/examples/failed-attempt';
import { lackOfInformationExamples } from '../../../training/examples/lack-of-information';
import type { Example } from '../../../training/fit';
import { EMPTY, groupsOf, READ_TURNS, WORD_WEIGHTS } from './text-of-tests';

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

test('a moment has a draft that answers and one that does not; what errs is no example of either', () => {
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

test('a moment has next turns that go on, and such that show that a reply failed', () => {
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
	expect(turns.map(({ part, group, label, text }) => [part, group, label, before(text)])).toEqual([
		['afterReplyThatFits', 'moments: fits', 0, 'the drums next door again >> Oh no. Every night?'],
		['afterReplyThatFits', 'moments: fits', 0, 'the drums next door again >> Oh no. Every night?'],
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
	]);
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
