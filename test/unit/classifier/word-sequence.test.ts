import { readText } from '../../../handover/classifier/read-text';
import { featuresOf } from '../../../handover/classifier/similarity';
import { LONGEST_SEQUENCE, sequenceOf, SYMBOLS } from '../../../handover/classifier/word-sequence';

const weights = new Uint8Array(1 << 8).fill(255);
const features = (text: string) => featuresOf(readText(text), weights);
const alone = (text: string) => sequenceOf(readText(text), null, null);

test('words of one meaning have one symbol, whatever the language', () => {
	const [english, german, russian] = ['human', 'Mensch', 'человек'].map((word) => alone(word));
	expect(german!.symbols).toEqual(english!.symbols);
	expect(russian!.symbols).toEqual(english!.symbols);
	expect(german!.words).not.toEqual(english!.words);
});

test('what somebody else said has other symbols', () => {
	const [said] = alone('human').symbols;
	const quoted = alone('write "human" there').symbols[1];
	expect(quoted).not.toBe(said);
});

test('a comma, the end of a sentence and a question are told apart, and are no words', () => {
	const parting = (text: string) => {
		const { words, symbols } = alone(text);
		expect(words[1]).toBe(0);
		return symbols[1];
	};
	const found = ['blue, green', 'blue. Green', 'blue? Green'].map(parting);
	expect(new Set(found).size).toBe(3);
	expect(found).not.toContain(0);
});

test('a word that stood in the turns before is marked, in any form of it', () => {
	const { repeats } = sequenceOf(
		readText('orders by card now'),
		features('your order'),
		features('an order with a card'),
	);
	expect(repeats).toEqual([3, 0, 2, 0]);
});

test('in scripts without spaces a pair of characters is marked', () => {
	const { repeats } = sequenceOf(readText('退款多久'), features('退款'), null);
	expect(repeats).toEqual([1, 0, 0, 0]);
});

test.each([
	['words', 'no, '.repeat(10_000)],
	['characters', '人工'.repeat(10_000)],
	['emoji', '🙋'.repeat(10_000)],
])('a million %s are read by their beginning and their end', (_, text) => {
	const { words, symbols, repeats } = alone(text);
	expect(words.length).toBeLessThanOrEqual(LONGEST_SEQUENCE);
	expect(symbols).toHaveLength(words.length);
	expect(repeats).toHaveLength(words.length);
	expect(Math.max(...symbols)).toBeLessThan(SYMBOLS);
});

test('forms of a word begin alike, and a character is seen with the next', () => {
	const [one, other, short] = ['deliver', 'delivery', 'deli'].map((word) => alone(word).beginnings);
	expect(one).toEqual(other);
	expect(short).toEqual([0]);
	const [first, second, third] = alone('退款多').beginnings;
	expect(alone('退款').beginnings).toEqual([first, 0]);
	expect([second, third]).not.toContain(first);
	expect(third).toBe(0);
});
