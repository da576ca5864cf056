import { ANSWER_KINDS } from '../../../handover/classifier/answer-kinds';
import { meaningsOf } from '../../../handover/classifier/meaning-features';
import { COURTESIES } from '../../../handover/classifier/courtesies';
import { foldWord } from '../../../handover/classifier/fold-word';
import { DID_HELP } from '../../../handover/classifier/judge-attempt';
import { MARKER_WORDS } from '../../../handover/classifier/marker-words';
import { MEANINGS } from '../../../handover/classifier/meanings';
import { TURNING_WORDS } from '../../../handover/classifier/turning-words';
import { readText } from '../../../handover/classifier/read-text';
import { topicAt, TOPICS } from '../../../handover/classifier/topics';

function meaningsIn(text: string): number[] {
	const { tokens } = readText(text);
	return meaningsOf(tokens, 0, tokens.length);
}

const [human] = meaningsIn('human');
const [talk] = meaningsIn('talk');
const [not] = meaningsIn('not');
const [know] = meaningsIn('know');

test.each([
	['English', 'talk to a human', "don't know"],
	['Spanish', 'hablar con una persona', 'no lo sé, no sabemos'],
	['Portuguese', 'falar com uma pessoa', 'não sei'],
	['French', 'parler à une personne', 'ne sais pas'],
	['German', 'mit einem Menschen sprechen', 'weiß nicht'],
	['Italian', 'parlare con una persona', 'non sappiamo, non so sapere'],
	['Dutch', 'met een mens praten', 'weet niet'],
	['Polish', 'porozmawiać z człowiekiem', 'nie wiem'],
	['Turkish', 'bir insanla konuşmak', 'bilmiyorum değil'],
	['Russian', 'поговорить с человеком', 'не знаю'],
	['Ukrainian', 'поговорити з людиною', 'не знаю'],
	['Arabic', 'التحدث مع إنسان', 'لا أعرف'],
	['Hindi', 'किसी इंसान से बात', 'नहीं पता'],
	['Indonesian', 'bicara dengan manusia', 'tidak tahu'],
	['Chinese', '想跟真人谈', '不知道'],
	['Japanese', '人間と話', 'わかりません'],
	['Korean', '사람과 이야기', '알 수 없'],
])('%s says the same in its own words', (_, wish, ignorance) => {
	expect(meaningsIn(wish)).toEqual(expect.arrayContaining([human, talk]));
	expect(meaningsIn(ignorance)).toEqual(expect.arrayContaining([not, know]));
});

test('a longer word of a script without spaces is not taken for the shorter one in it', () => {
	expect(meaningsIn('机器人')).not.toContain(human);
	expect(meaningsIn('真人')).toEqual([human]);
});

test('a quoted word means something else', () => {
	expect(meaningsIn('it says "human" here')).not.toContain(human);
});

test.each(['sorting', 'hallo', 'very', 'serving', 'captain'])(
	'"%s" only begins like a word of another language',
	(word) => expect(meaningsIn(word)).toEqual([]),
);

describe.each([
	['meanings', MEANINGS],
	['turning words', TURNING_WORDS],
	['topics', TOPICS],
	['courtesies', [COURTESIES]],
	['kinds of answers', ANSWER_KINDS],
	['marker words', [...MARKER_WORDS.keys()]],
	['verbs that did help', [...DID_HELP]],
])('each entry of the %s', (_, rows) => {
	const entries = rows.flatMap((row) => row.split(/\s+/).filter(Boolean));

	test('is what a text is read as', () => {
		const unread = entries.filter((entry) => {
			const { tokens } = readText(entry.replace('*', ''));
			return tokens.length !== 1 && tokens.some(({ kind }) => kind === 'word');
		});
		expect(unread).toEqual([]);
	});

	test('stands between spaces, tabs and line feeds', () => {
		expect(rows.filter((row) => /[^\S \t\n]/u.test(row))).toEqual([]);
	});

	test('is written as words are folded', () => {
		const unfolded = entries.flatMap((entry) => {
			const word = entry.replace(/\*$/, '');
			const folded = foldWord(word);
			return folded === word ? [] : [`${word}, as ${folded}`];
		});
		expect(unfolded).toEqual([]);
	});
});

test('each word of a topic is of its own row alone', () => {
	const strange = TOPICS.flatMap((row, index) =>
		row.split(/\s+/).filter((entry) => {
			// With an ending of its own script, for the word alone may be of another topic.
			const text = entry.replace(/(.)\*$/u, '$1$1');
			const { tokens } = readText(text);
			const found = topicAt(tokens, 0);
			return found.meaning !== index + 1 || found.length !== tokens.length;
		}),
	);
	expect(strange).toEqual([]);
});
