import { meaningTrie } from '../../../handover/classifier/meaning-trie';

/** Words that have no beginning in common, of a letter each. */
const lettersFrom = (first: number, count: number) =>
	Array.from({ length: count }, (_, at) => String.fromCharCode(first + at));

test('words of few rows are found, though each needs a node of its own', () => {
	const words = lettersFrom(0x4e00, 3_000);
	const trie = meaningTrie([words.slice(0, 1_000).join(''), ...words.slice(1_000)]);
	expect(trie.of(words.slice(0, 1_000).join(''))).toBe(1);
	expect(words.slice(1_000).map((word) => trie.of(word))).toEqual(
		words.slice(1_000).map((_, at) => at + 2),
	);
	expect(trie.of('none')).toBe(0);
});

test('a trie without rows knows no word', () => {
	expect(meaningTrie([]).of('word')).toBe(0);
});

test('more nodes than there are numbers for are refused', () => {
	const long = 'ab'.repeat(20_000);
	expect(() => meaningTrie([long, `c${long}`])).toThrow(RangeError);
});
