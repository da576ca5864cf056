import { ANSWER_KINDS, NUMBER } from '../../../handover/classifier/answer-kinds';
import { readText } from '../../../handover/classifier/read-text';
import { sequenceOf, SYMBOLS } from '../../../handover/classifier/word-sequence';

const symbolsIn = (text: string) => sequenceOf(readText(text), null, null).symbols;

const [who] = symbolsIn('who');
const [where] = symbolsIn('where');
const [much] = symbolsIn('much');
const [why] = symbolsIn('why');
const [which] = symbolsIn('which');
const [how] = symbolsIn('how');
const [because] = symbolsIn('because');
const [week] = symbolsIn('week');
const [kilo] = symbolsIn('kilo');

test('what is asked for and what answers it are told apart', () => {
	const [, comma] = symbolsIn('a, b');
	const kinds = [who, where, much, why, which, how, week, kilo, because];
	expect(new Set([0, NUMBER, ...kinds]).size).toBe(2 + kinds.length);
	// What parts words comes after all kinds.
	expect(NUMBER).toBeLessThan(comma!);
});

test.each([
	['Spanish', 'quién', 'dónde', 'cuánto', 'semana', 'kilos'],
	['Portuguese', 'quem', 'onde', 'quanto', 'semana', 'quilos'],
	['French', 'qui', 'dou', 'combien', 'semaine', 'kilos'],
	['German', 'wer', 'wo', 'wieviel', 'Woche', 'Meter'],
	['Italian', 'chi', 'dove', 'quanto', 'settimana', 'metri'],
	['Dutch', 'wier', 'waar', 'hoeveel', 'week', 'meter'],
	['Polish', 'kto', 'gdzie', 'iloma', 'tydzień', 'złotych'],
	['Turkish', 'kim', 'nerede', 'kaç', 'hafta', 'lira'],
	['Russian', 'кто', 'где', 'сколько', 'недели', 'рублей'],
	['Ukrainian', 'хто', 'де', 'скільки', 'тиждень', 'гривень'],
	['Arabic', 'مين', 'وين', 'قديش', 'أسبوع', 'ريال'],
	['Hindi', 'कौन', 'कहाँ', 'कितना', 'हफ्ता', 'रुपये'],
	['Indonesian', 'siapa', 'dimana', 'berapa', 'minggu', 'rupiah'],
	['Chinese', '谁', '哪里', '多少钱', '星期', '公斤'],
	['Japanese', '誰', 'どこ', 'いくら', '週間', 'メートル'],
	['Korean', '누가', '어디', '얼마', '일요일', '미터'],
])('%s asks and answers in its own words', (_, ...words) => {
	expect(words.map((word) => symbolsIn(word)[0])).toEqual([who, where, much, week, kilo]);
});

test.each([
	['Spanish', 'cuál', 'cómo', 'porque'],
	['Portuguese', 'qual', 'como', 'porque'],
	['French', 'lequel', 'comment', 'puisque'],
	['German', 'welche', 'wies', 'weil'],
	['Polish', 'który', 'jak', 'ponieważ'],
	['Turkish', 'hangi', 'nasıl', 'çünkü'],
	['Russian', 'какой', 'как', 'потому'],
	['Arabic', 'ايهما', 'كيف', 'لأن'],
	['Hindi', 'कौनसा', 'कैसे', 'क्योंकि'],
	['Chinese', '哪个', '怎么', '因为'],
	['Japanese', 'どちら', 'どうやって', 'なぜなら'],
	['Korean', '어떤', '어떻게', '때문'],
])('%s asks which and how, and says because', (_, ...words) => {
	expect(words.map((word) => symbolsIn(word)[0])).toEqual([which, how, because]);
});

test.each(['12', '7:40', '300円', '٣', '३ दिन', 'costs 5', '1h30min', '4k'])(
	'%s has a number',
	(text) => {
		expect(symbolsIn(text)).toContain(NUMBER);
	},
);

test.each(['twelve', 'MP3', '', '—'])('"%s" has none', (text) => {
	expect(symbolsIn(text)).not.toContain(NUMBER);
});

test.each([
	['4g3nt', 'agent'],
	['0p3r4t0r', 'operator'],
	['5p34k', 'speak'],
])('%s is no number, but the word that it spells', (spelt, word) => {
	expect(symbolsIn(spelt)).toEqual(symbolsIn(word));
});

test.each(['4gent', '4k', '3d'])('%s is what it is', (text) => {
	expect(symbolsIn(text)).toEqual([NUMBER]);
});

test('each entry is read as what it stands for', () => {
	const lost = ANSWER_KINDS.flatMap((row, index) =>
		row.split(/\s+/).filter((entry) => symbolsIn(entry.replace('*', ''))[0] !== who! + index),
	);
	expect(lost).toEqual([]);
});

test('a longer entry goes before a shorter meaning', () => {
	const [sunday] = symbolsIn('일요일');
	expect(symbolsIn('수요일')).toEqual([sunday, 0, 0]);
});

test('in quotes they are somebody else’s', () => {
	const quoted = symbolsIn('it says "12" here')[2]!;
	expect(quoted).not.toBe(NUMBER);
	expect(quoted).toBeLessThan(SYMBOLS);
});
