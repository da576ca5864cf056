import { countTexts, expand, sample } from '../../../training/grammar/expand';
import { parseGrammar, type Group } from '../../../training/grammar/parse-grammar';
import { seededRandom } from '../../../training/random';

const parse = (text: string) => parseGrammar(text, 'a file');

function textsOf([group]: Group[]): string[] {
	return sample(group!.lines[0]!.template, 100, seededRandom(1)).sort();
}

test('a line stands for every choice of its alternatives', () => {
	const groups = parse('= yes: plain\n(I want|give me) {who}(| now)'.replace('{who}', 'Ana'));
	expect(textsOf(groups)).toEqual([
		'I want Ana',
		'I want Ana now',
		'give me Ana',
		'give me Ana now',
	]);
});

test('a slot stands for each of its lines, which may have alternatives and other slots', () => {
	const groups = parse('= slot who\nAna\n= slot whom\n(my|your) {who}\nBen\n= no: x\ncall {whom}');
	expect(textsOf(groups)).toEqual(['call Ben', 'call my Ana', 'call your Ana']);
});

test('alternatives may be inside of alternatives', () => {
	expect(textsOf(parse('a (b (c|d)|e)'))).toEqual(['a b c', 'a b d', 'a e']);
});

test('groups keep label, name and lines; comments and empty lines are none', () => {
	const groups = parse('# about\n= yes: one\na\n\n= no: two: three\nb\nc');
	expect(groups.map(({ label, name, lines }) => [label, name, lines.length])).toEqual([
		['yes', 'one', 1],
		['no', 'two: three', 2],
	]);
});

test('a file without headings is one group, and `= lines:` ends its slots', () => {
	const groups = parse('= slot city\nRome\nOslo\n= lines:\nto {city}');
	expect(groups).toHaveLength(1);
	expect(textsOf(groups)).toEqual(['to Oslo', 'to Rome']);
});

test.each([
	['a (b', 'a parenthesis is not closed'],
	['a b)', 'stray )'],
	['a | b', 'stray |'],
	['a {b}', 'no slot {b} before this line'],
	['= b', 'not a heading'],
])('"%s" is refused with file, line and reason', (line, reason) => {
	expect(() => parse(`fine\n${line}`)).toThrow(
		new RegExp(`a file:2: ${reason.replace(/[(){}|]/g, '\\$&')}`),
	);
});

test('the same seed expands alike, and a line of many texts is sampled without repeats', () => {
	const [group] = parse('(a|b|c) (a|b|c) (a|b|c)');
	const { template } = group!.lines[0]!;
	expect(countTexts(template)).toBe(27);
	expect(expand(template, seededRandom(7))).toBe(expand(template, seededRandom(7)));
	const texts = sample(template, 10, seededRandom(1));
	expect(new Set(texts).size).toBe(10);
});
