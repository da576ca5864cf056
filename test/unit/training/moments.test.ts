import { parseMoments } from '../../../training/moments';

const parse = (text: string) => parseMoments(text, 'a file');

test('a moment begins with what the contact says', () => {
	const text = [
		'# neighbours',
		'contact: the drums next door again',
		'fits: Oh no. Every night?',
		'next: only when I sleep: so yes',
		'next: haha every single one',
		'misses: Drums are percussion instruments.',
		'next: ??',
		'errs: How long have you played the drums?',
		'',
		'contact: hi',
		'fits: Hello!',
	].join('\n');
	expect(parse(text)).toEqual([
		{
			said: 'the drums next door again',
			replies: [
				{
					kind: 'fits',
					text: 'Oh no. Every night?',
					next: ['only when I sleep: so yes', 'haha every single one'],
				},
				{ kind: 'misses', text: 'Drums are percussion instruments.', next: ['??'] },
				{ kind: 'errs', text: 'How long have you played the drums?', next: [] },
			],
		},
		{ said: 'hi', replies: [{ kind: 'fits', text: 'Hello!', next: [] }] },
	]);
});

test.each([
	['no kind', 'contact: hi\nHello!'],
	['another kind', 'contact: hi\nbot: Hello!'],
	['no turn', 'contact: hi\nfits: '],
	['alternatives', 'contact: hi\nfits: Hello (there|)!'],
	['two turns', 'contact: hi\nfits: Hello! >> bye'],
	['a slot', 'contact: hi\nfits: Hello {name}!'],
	['no space', 'contact: hi\nfits:Hello!'],
	['a next turn without a reply', 'contact: hi\nnext: bye'],
	['nobody who replies', 'contact: hi\ncontact: anybody there?\nfits: Hello!'],
])('with %s it says the file and the line', (_, text) => {
	expect(() => parse(text)).toThrow('a file:2: ');
});

test.each(['fits: Hello!', 'next: bye'])('nobody has said anything before "%s"', (text) => {
	expect(() => parse(text)).toThrow('a file:1: ');
});
