import { parseMatters } from '../../../training/matters';

const parse = (text: string) => parseMatters(text, 'a file');

test('matters stand between empty lines or comments', () => {
	const text =
		'# shops\nhow much >> Five.\nand when? >> At nine.\n\n\nwho >> Ana.\n# halls\nwhere >> Here: left.\n';
	expect(parse(text)).toEqual([
		[
			{ question: 'how much', answer: 'Five.' },
			{ question: 'and when?', answer: 'At nine.' },
		],
		[{ question: 'who', answer: 'Ana.' }],
		[{ question: 'where', answer: 'Here: left.' }],
	]);
});

test.each([
	['one turn', 'how much'],
	['no answer', 'how much >> '],
	['no question', ' >> Five.'],
	['three turns', 'how much >> Five. >> and when'],
	['alternatives', 'how (much|dear) >> Five.'],
	['a slot', 'how much >> {price}'],
])('with %s it says the file and the line', (_, line) => {
	expect(() => parse(`where >> Here.\n${line}`)).toThrow('a file:2: ');
});
