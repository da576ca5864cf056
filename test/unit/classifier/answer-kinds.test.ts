import {
	ANSWER_KINDS,
	answerKindAt,
	answerKindOf,
	NUMBER,
} from '../../../handover/classifier/answer-kinds';
import { isQuestion, meaningOf } from '../../../handover/classifier/meanings';
import { readText } from '../../../handover/classifier/read-text';
import { turnOf } from '../../../handover/classifier/turning-words';
import { sequenceOf, SYMBOLS } from '../../../handover/classifier/word-sequence';

const symbolsIn = (text: string) => sequenceOf(readText(text), null, null).symbols;

const [who] = symbolsIn('who');
const [where] = symbolsIn('where');
const [much] = symbolsIn('much');
const [why] = symbolsIn('why');
const [week] = symbolsIn('week');
const [kilo] = symbolsIn('kilo');

test('what is asked for and what answers it are told apart', () => {
	const [, comma] = symbolsIn('a, b');
	expect(new Set([0, who, where, much, why, week, kilo, NUMBER]).size).toBe(8);
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
	['Arabic', 'مين', 'وين', 'بكم', 'أسبوع', 'ريال'],
	['Hindi', 'कौन', 'कहाँ', 'कितना', 'हफ्ता', 'रुपये'],
	['Indonesian', 'siapa', 'dimana', 'berapa', 'minggu', 'rupiah'],
	['Chinese', '谁', '哪里', '多少钱', '星期', '公斤'],
	['Japanese', '誰', 'どこ', 'いくら', '週間', 'メートル'],
	['Korean', '누가', '어디', '얼마', '일요일', '미터'],
])('%s asks and answers in its own words', (_, ...words) => {
	expect(words.map((word) => symbolsIn(word)[0])).toEqual([who, where, much, week, kilo]);
});

test.each(['12', '7:40', '300円', '٣', '३ दिन', 'costs 5'])('%s has a number', (text) => {
	expect(symbolsIn(text)).toContain(NUMBER);
});

test.each(['twelve', 'MP3', '', '—'])('"%s" has none', (text) => {
	expect(symbolsIn(text)).not.toContain(NUMBER);
});

test('each entry is read as what it stands for', () => {
	const kindIn = (text: string) => {
		const { tokens } = readText(text);
		const [{ word, kind }] = tokens as [(typeof tokens)[0]];
		return kind === 'character'
			? answerKindAt(tokens, 0, tokens.length).meaning
			: answerKindOf(word);
	};
	const lost = ANSWER_KINDS.flatMap((row, index) =>
		row.split(/\s+/).filter((entry) => {
			const text = entry.replace('*', '');
			const meaning = meaningOf(text);
			const isHidden = (meaning !== 0 && !isQuestion(meaning)) || turnOf(text) !== 0;
			return isHidden || kindIn(text) !== NUMBER - ANSWER_KINDS.length + index;
		}),
	);
	expect(lost).toEqual([]);
});

test('in quotes they are somebody else’s', () => {
	const quoted = symbolsIn('it says "12" here')[2]!;
	expect(quoted).not.toBe(NUMBER);
	expect(quoted).toBeLessThan(SYMBOLS);
});
