import { meaningOf } from '../../../handover/classifier/meanings';
import { readText } from '../../../handover/classifier/read-text';
import { sequenceOf, SYMBOLS } from '../../../handover/classifier/word-sequence';

const symbolsIn = (text: string) => sequenceOf(readText(text), null, null).symbols;

const [but] = symbolsIn('but');
const [only] = symbolsIn('only');
const [now] = symbolsIn('now');

test.each([
	['Spanish', 'pero', 'solo', 'ahora'],
	['Portuguese', 'porém', 'apenas', 'agora'],
	['French', 'mais', 'seulement', 'maintenant'],
	['German', 'aber', 'nur', 'jetzt'],
	['Italian', 'però', 'soltanto', 'adesso'],
	['Dutch', 'maar', 'alleen', 'nu'],
	['Polish', 'ale', 'tylko', 'teraz'],
	['Turkish', 'ama', 'sadece', 'şimdi'],
	['Russian', 'но', 'только', 'сейчас'],
	['Ukrainian', 'але', 'тільки', 'зараз'],
	['Arabic', 'لكن', 'فقط', 'الآن'],
	['Hindi', 'लेकिन', 'सिर्फ', 'तुरंत'],
	['Indonesian', 'tapi', 'cuma', 'sekarang'],
	['Chinese', '但是', '只', '现在'],
	['Japanese', 'でも', 'だけ', '今すぐ'],
	['Korean', '하지만', '그냥', '지금'],
])('%s turns a sentence by its own words', (_, ...words) => {
	expect(words.map((word) => symbolsIn(word)[0])).toEqual([but, only, now]);
});

test('they are read in the order of a text, and weigh nothing by themselves', () => {
	expect([but, only, now]).not.toContain(0);
	expect(['but', 'only', 'now'].map(meaningOf)).toEqual([0, 0, 0]);
});

test('in quotes they are somebody else’s', () => {
	const quoted = symbolsIn('it says "but" here')[2]!;
	expect(quoted).not.toBe(but);
	expect(quoted).toBeLessThan(SYMBOLS);
});
