import { classify, dialogue, switchedOff } from './classifier-turns';
import { expectFew, misses } from './misses';

const answered = dialogue('How long does shipping take?', 'Shipping takes three to five days.');

const COMPLAINTS: Record<string, string[]> = {
	English: [
		"That didn't help, I asked something else",
		'no, still not what I need',
		'no, wrong answer',
		"that's not what I asked",
		'I already tried that',
		'you are not helping',
		'👎',
		'It still doesn’t work',
		'No, I meant to Canada',
		'not helpful at all',
		'this is useless',
	],
	Spanish: ['eso no me ayuda', 'no es lo que pregunté', 'sigue sin funcionar'],
	Portuguese: ['isso não ajudou', 'não foi isso que perguntei', 'ainda não funciona'],
	French: ["ça ne m'aide pas", "ce n'est pas ma question", 'toujours pas'],
	German: [
		'Das hilft mir nicht',
		'Das habe ich nicht gefragt, ich meinte etwas anderes',
		'funktioniert immer noch nicht',
	],
	Italian: ['non mi aiuta', 'non è quello che ho chiesto', 'ancora non funziona'],
	Dutch: ['dat helpt niet', 'dat is niet wat ik vroeg', 'werkt nog steeds niet'],
	Polish: ['to nie pomogło', 'nie o to pytałem', 'nadal nie działa'],
	Turkish: ['bu yardımcı olmadı', 'bunu sormadım', 'hâlâ çalışmıyor'],
	Russian: ['это не помогло', 'я спрашивал не об этом', 'всё ещё не работает'],
	Ukrainian: ['це не допомогло', 'я питав не про це', 'досі не працює'],
	Arabic: ['هذا لم يساعدني', 'ليس هذا ما سألت عنه', 'ما زال لا يعمل'],
	Hindi: ['इससे मदद नहीं मिली', 'मैंने कुछ और पूछा था', 'अभी भी काम नहीं कर रहा'],
	Indonesian: ['itu tidak membantu', 'bukan itu yang saya tanyakan', 'masih tidak bisa'],
	Chinese: ['这没有帮助', '我问的不是这个', '还是不行'],
	Japanese: ['役に立ちませんでした', 'そういうことじゃない', 'まだ解決していません'],
	Korean: ['도움이 안 돼요', '그게 아니에요', '아직도 안 돼요'],
};

const THANKS: Record<string, string[]> = {
	English: ['thanks', 'that helped!', 'perfect', 'no problem, thanks', 'not bad', 'great, got it'],
	Spanish: ['gracias', 'perfecto', 'me sirvió, muchas gracias'],
	Portuguese: ['obrigado', 'perfeito', 'funcionou!'],
	French: ['merci', 'parfait', "ça m'a aidé"],
	German: ['danke', 'perfekt', 'das hat geholfen'],
	Italian: ['grazie', 'perfetto', 'mi hai aiutato'],
	Dutch: ['bedankt', 'perfect', 'dat heeft geholpen'],
	Polish: ['dziękuję', 'super', 'pomogło'],
	Turkish: ['teşekkürler', 'harika', 'işe yaradı'],
	Russian: ['спасибо', 'отлично', 'помогло'],
	Ukrainian: ['дякую', 'чудово', 'допомогло'],
	Arabic: ['شكرا', 'ممتاز', 'شكرا جزيلا'],
	Hindi: ['धन्यवाद', 'बहुत बढ़िया', 'शुक्रिया'],
	Indonesian: ['terima kasih', 'mantap', 'sangat membantu'],
	Chinese: ['谢谢', '太好了', '明白了'],
	Japanese: ['ありがとう', '助かりました', 'わかりました'],
	Korean: ['감사합니다', '고마워요', '해결됐어요'],
};

const GOES_ON: Record<string, string[]> = {
	English: [
		'I want to change my address',
		'do you have it in red',
		'the second one then',
		'on Monday morning',
		'let me check with my wife',
		'I will think about it',
		'tell me about the guarantee',
	],
	Spanish: ['quiero la factura', '¿lo tienen en rojo?'],
	Portuguese: ['quero a nota fiscal', 'tem em vermelho?'],
	French: ['je veux changer mon adresse', 'il existe en rouge ?'],
	German: ['ich möchte meine Adresse ändern', 'gibt es das in Rot'],
	Italian: ['vorrei la fattura', 'ce l’avete in rosso?'],
	Dutch: ['ik wil mijn adres wijzigen', 'is hij er in het rood'],
	Polish: ['chcę zmienić adres', 'poproszę fakturę'],
	Turkish: ['adresimi değiştirmek istiyorum', 'fatura lazım'],
	Russian: ['хочу изменить адрес', 'есть в красном?'],
	Ukrainian: ['мені потрібен рахунок'],
	Arabic: ['أريد تغيير العنوان', 'هل يوجد باللون الأحمر'],
	Hindi: ['मुझे पता बदलना है', 'bill bhej do'],
	Indonesian: ['saya mau ganti alamat', 'minta fakturnya'],
	Chinese: ['我要开发票', '有红色的吗'],
	Japanese: ['住所を変更したいです', '赤いのもありますか', '請求書をください'],
	Korean: ['주소를 바꾸고 싶어요', '영수증 주세요'],
};

const rows = (table: Record<string, string[]>) =>
	Object.entries(table).flatMap(([language, texts]) =>
		texts.map((text): [string, string] => [language, text]),
	);

test('complaints about the answer are heard in every language', async () => {
	const missed = await misses(rows(COMPLAINTS), async (text) => {
		const { label, attempt, evidence } = await classify({ text, history: answered });
		return (
			label === 'failedAttempt' && attempt === 'failed' && evidence[0]!.source === 'contactMessage'
		);
	});
	expectFew(missed, rows(COMPLAINTS), 0.02);
});

test('so is that the answer helped', async () => {
	const missed = await misses(rows(THANKS), async (text) => {
		const { label, attempt } = await classify({ text, history: answered });
		return label === 'continue' && attempt === 'succeeded';
	});
	expectFew(missed, rows(THANKS), 0.08);
});

test('who goes on with something else says of no answer that it helped', async () => {
	const taken = await misses(rows(GOES_ON), async (text) => {
		const { attempt } = await classify({ text, history: answered });
		return attempt !== 'succeeded';
	});
	expectFew(taken, rows(GOES_ON), 0.06);
});

test.each([
	'You can find the delivery times on our website.',
	'Please have a look at our FAQ page.',
	"I'm sorry, I don't have that information.",
])('who is polite about no answer complains of nothing: %s', async (draft) => {
	const history = dialogue('How long does shipping take?', draft);
	const taken = await misses(rows(THANKS), async (text) => {
		const { label } = await classify({ text, history });
		return label !== 'failedAttempt';
	});
	expectFew(taken, rows(THANKS), 0.08);
	for (const text of ['ok', 'bye', '👍', 'how much is it?', 'Hello', 'good morning'])
		expect((await classify({ text, history })).label).not.toBe('failedAttempt');
	const complaint = { text: "that doesn't help", history };
	expect((await classify(complaint)).label).toBe('failedAttempt');
});

test('a complaint fails nothing before the first answer', async () => {
	const missed = await misses(rows(COMPLAINTS), async (text) => {
		const { label, attempt } = await classify({ text });
		return label !== 'failedAttempt' && attempt === 'unclear';
	});
	expect(missed).toEqual([]);
});

test('two complaints in a row are two failed attempts', async () => {
	const text = 'no, still not what I need';
	const history = [
		...answered,
		...dialogue("That didn't help, I asked something else", 'Sorry. Which part of it do you mean?'),
	];
	expect(await classify({ text, history })).toMatchObject({
		label: 'failedAttempt',
		attempt: 'failed',
	});
});

test.each([
	'How long does shipping take?',
	'how long does shipping take',
	'HOW LONG DOES SHIPPING TAKE???',
	'How long does the shipping really take?',
	'how long shipping takes',
])('"%s" asks the same question again', async (text) => {
	const judged = await classify({ text, history: answered });
	expect(judged).toMatchObject({ label: 'failedAttempt', attempt: 'failed' });
	expect(judged.evidence).toContainEqual({
		source: 'earlierTurn',
		rule: 'repeatsQuestion',
		text: 'How long does shipping take?',
	});
});

test.each([
	[
		'How can I cancel my subscription?',
		'We offer three plans.',
		'I want to end my membership',
		'Do you have a phone number?',
	],
	['How do I change it?', 'Of course.', 'how can I change this?', 'Is it in stock?'],
])(
	'"%s", asked again in other words, is named where it decided',
	async (question, answer, again, other) => {
		const judge = async (first: string) =>
			await classify({ text: again, history: dialogue(first, answer) });
		const judged = await judge(question);
		expect(judged).toMatchObject({ label: 'failedAttempt' });
		expect(judged.evidence).toContainEqual({
			source: 'earlierTurn',
			rule: 'repeatsQuestion',
			text: question,
		});
		expect((await judge(other)).label).toBe('continue');
	},
);

test('what a complaint says is its evidence, whatever was asked before', async () => {
	const judged = await classify({ text: "That didn't help", history: answered });
	expect(judged.evidence.map(({ source }) => source)).toEqual(['contactMessage']);
});

test.each([
	['送料はいくらですか？', '送料は全国一律500円です。'],
	['배송은 얼마나 걸려요?', '사흘 걸립니다.'],
	['ما هي ساعات العمل؟', 'من التاسعة إلى الخامسة.'],
])('"%s" asked twice is a failed attempt', async (question, answer) => {
	const judged = await classify({ text: question, history: dialogue(question, answer) });
	expect(judged.attempt).toBe('failed');
});

test.each(['hi', 'Hello!', 'thanks', 'ok', 'hola', 'はい'])(
	'"%s" may be said twice',
	async (text) => {
		const judged = await classify({ text, history: dialogue(text, 'How can I help?') });
		expect(judged).toMatchObject({ label: 'continue' });
		expect(judged.attempt).not.toBe('failed');
	},
);

test.each([
	'What is your return policy?',
	'I need to change my billing address',
	'Do you sell gift cards?',
])('"%s" is another topic', async (text) => {
	const judged = await classify({ text, history: answered });
	expect(judged).toMatchObject({ label: 'continue', attempt: 'topicChanged' });
});

test.each([
	['to Canada', 'an answer'],
	['hello', 'a greeting'],
	['How long does shipping take to Canada?', 'a detail added'],
	['hmm', 'nothing much'],
])('"%s" is %s, and leaves it open whether the answer helped', async (text) => {
	expect(await classify({ text, history: answered })).toMatchObject({
		label: 'continue',
		attempt: 'unclear',
	});
});

test.each(['and to Canada?', 'And express?'])(
	'"%s" follows up on an answer, which has not failed',
	async (text) => expect((await classify({ text, history: answered })).label).toBe('continue'),
);

test.each(['no', 'nope', 'nein', '不', 'いいえ'])(
	'"%s" answers the bot\'s own question',
	async (text) => {
		const history = dialogue('How long does shipping take?', 'Three days. Do you need it faster?');
		expect(await classify({ text, history })).toMatchObject({
			label: 'continue',
			attempt: 'unclear',
		});
	},
);

test('no after "did that help?" is a failed attempt, and yes a success', async () => {
	const history = dialogue('How long does shipping take?', 'Three days. Did that help?');
	expect((await classify({ text: 'no', history })).attempt).toBe('failed');
	expect((await classify({ text: 'yes', history })).attempt).toBe('succeeded');
});

test.each(['it has not helped', 'не помогло', 'hat nicht geholfen'])(
	'"%s" is no success',
	async (text) =>
		expect((await classify({ text, history: answered })).attempt).not.toBe('succeeded'),
);

test('a first problem is no complaint about the bot', async () => {
	const text = 'my card is not working';
	const greeted = dialogue('hi', 'Hello! How can I help you?');
	expect((await classify({ text })).label).toBe('continue');
	expect((await classify({ text, history: greeted })).label).toBe('continue');
	expect((await classify({ text, history: answered })).attempt).not.toBe('failed');
});

test("a person's answer in between is not the bot's attempt", async () => {
	const history = [...answered, { author: 'human' as const, text: 'I have sent it today.' }];
	const judged = await classify({ text: "That didn't help", history });
	expect(judged).toMatchObject({ label: 'continue', attempt: 'unclear' });
});

test('attempts are judged although Failed to Resolve Issue is switched off', async () => {
	const scenarios = switchedOff('failedToResolveIssue');
	const judged = await classify({ text: "That didn't help", history: answered, scenarios });
	expect(judged).toMatchObject({ label: 'failedAttempt', attempt: 'failed' });
});
