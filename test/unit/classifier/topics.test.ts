import { readText } from '../../../handover/classifier/read-text';
import {
	fieldOf,
	isTelling,
	topicAt,
	topicOfAll,
	topics,
} from '../../../handover/classifier/topics';

function topicsIn(text: string): number[] {
	const { tokens } = readText(text);
	const found: number[] = [];
	for (let at = 0; at < tokens.length;) {
		const { meaning, length } = topicAt(tokens, at);
		if (meaning) found.push(meaning);
		at += length;
	}
	return found;
}

test.each([
	[
		'a neighbour',
		'neighbour',
		[
			'vecino',
			'vizinho',
			'voisin',
			'Nachbarn',
			'vicini',
			'buren',
			'sąsiad',
			'komşu',
			'сосед',
			'сусід',
			'الجيران',
			'पड़ोसी',
			'tetangga',
			'邻居',
			'隣人',
			'이웃',
		],
	],
	[
		'a wheelchair',
		'wheelchair',
		[
			'cadeirante',
			'fauteuil',
			'Rollstuhl',
			'rolstoel',
			'wózek',
			'tekerlekli',
			'инвалид',
			'інвалід',
			'कुर्सी व्हीलचेयर',
			'轮椅',
			'車椅子',
			'휠체어',
		],
	],
	[
		'an allergy',
		'allergic',
		[
			'alérgico',
			'allergique',
			'allergisch',
			'uczulenie',
			'alerji',
			'аллергия',
			'алергія',
			'حساسية',
			'एलर्जी',
			'过敏',
			'アレルギー',
			'알레르기',
		],
	],
	[
		'what is in stock',
		'in stock',
		[
			'agotado',
			'esgotado',
			'rupture',
			'ausverkauft',
			'esaurito',
			'uitverkocht',
			'wyprzedane',
			'stokta',
			'в наличии',
			'متوفر',
			'स्टॉक',
			'tersedia',
			'现货',
			'在庫',
			'재고',
		],
	],
])('%s is the same topic in other languages', (_, english, words) => {
	const [topic] = topicsIn(english);
	expect(topic).toBeGreaterThan(0);
	for (const word of words)
		expect([word, topicsIn(word)]).toEqual([word, expect.arrayContaining([topic])]);
});

test('a name of several words is one topic, and not what its words are by themselves', () => {
	const [call, back] = [topics.of('phone'), topics.of('back')];
	expect(topicsIn('call back')).toEqual([call]);
	expect(topicsIn('they called back')).toEqual([call]);
	expect(topicsIn('call the shop')).toContain(call);
	expect(topicsIn('back to the shop')).toContain(back);
});

test('money that comes back is a refund', () => {
	const refund = topics.of('refund');
	expect(topicOfAll(new Set(topicsIn('give back all of the money')))).toBe(refund);
	expect(topicOfAll(new Set(topicsIn('all of the money')))).toBe(0);
});

test('topics of one field are close, and some are of none', () => {
	expect(fieldOf(topics.of('invoice'))).toBe(fieldOf(topics.of('refund')));
	expect(fieldOf(topics.of('invoice'))).not.toBe(fieldOf(topics.of('neighbour')));
	expect(fieldOf(topics.of('monday'))).toBe(0);
	expect(fieldOf(0)).toBe(0);
});

test('when something is done tells less than what it is done with', () => {
	expect(isTelling(topics.of('invoice'))).toBe(true);
	expect(isTelling(topics.of('wheelchair'))).toBe(true);
	expect(isTelling(topics.of('monday'))).toBe(false);
});

/** Each is a word of another language, or begins as one does. */
test.each([
	'die',
	'oder',
	'door',
	'para',
	'les',
	'son',
	'dois',
	'devo',
	'pan',
	'personne',
	'prima',
	'quem',
	'ate',
])('"%s" is too common to be a topic', (word) => expect(topicsIn(word)).toEqual([]));

test.each(['can I change my booking', 'how do I pay', 'am I late', 'call, back later'])(
	'words that only stand beside each other are no name of a topic: %s',
	(text) => {
		const { tokens } = readText(text);
		const lengths = tokens.map((_, at) => topicAt(tokens, at).length);
		expect(lengths).toEqual(tokens.map(() => 1));
	},
);
