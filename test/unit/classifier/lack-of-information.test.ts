import { classify, dialogue, switchedOff } from './classifier-turns';
import { expectFew, misses } from './misses';

const ADMITS: Record<string, string[]> = {
	English: [
		"I'm sorry, I don't have information about that.",
		"I don't know.",
		'Unfortunately I’m not able to help with that request.',
		"I'm afraid I couldn't find any information on this topic.",
		"I'm not sure about that. Is there anything else I can help you with?",
		'That is beyond my knowledge.',
	],
	Spanish: [
		'Lo siento, no tengo información sobre eso.',
		'No lo sé.',
		'Lamentablemente no puedo ayudarte con eso.',
	],
	Portuguese: [
		'Desculpe, não tenho informações sobre isso.',
		'Não sei.',
		'Não posso ajudar com isso.',
	],
	French: [
		"Désolé, je n'ai pas d'informations à ce sujet.",
		'Je ne sais pas.',
		'Je ne peux pas vous aider sur ce point.',
	],
	German: [
		'Es tut mir leid, dazu habe ich keine Informationen.',
		'Das weiß ich leider nicht.',
		'Dabei kann ich Ihnen leider nicht helfen.',
	],
	Italian: [
		'Mi dispiace, non ho informazioni su questo.',
		'Non lo so.',
		'Non posso aiutarti con questo.',
	],
	Dutch: [
		'Sorry, daar heb ik geen informatie over.',
		'Dat weet ik niet.',
		'Daar kan ik u niet mee helpen.',
	],
	Polish: ['Przykro mi, nie mam informacji na ten temat.', 'Nie wiem.', 'Nie mogę w tym pomóc.'],
	Turkish: ['Üzgünüm, bu konuda bilgim yok.', 'Bilmiyorum.', 'Bu konuda yardımcı olamıyorum.'],
	Russian: [
		'Извините, у меня нет информации об этом.',
		'Я не знаю.',
		'К сожалению, не могу с этим помочь.',
	],
	Ukrainian: [
		'Вибачте, у мене немає інформації про це.',
		'Я не знаю.',
		'На жаль, не можу з цим допомогти.',
	],
	Arabic: ['عذرا، ليس لدي معلومات عن ذلك.', 'لا أعرف.', 'لا أستطيع مساعدتك في هذا.'],
	Hindi: ['क्षमा करें, मेरे पास इसके बारे में जानकारी नहीं है।', 'मुझे नहीं पता।', 'मैं इसमें मदद नहीं कर सकता।'],
	Indonesian: [
		'Maaf, saya tidak memiliki informasi tentang itu.',
		'Saya tidak tahu.',
		'Saya tidak bisa membantu soal itu.',
	],
	Chinese: ['抱歉，我没有相关信息。', '我不知道。', '很遗憾，我无法回答这个问题。'],
	Japanese: [
		'申し訳ありませんが、その情報はありません。',
		'わかりません。',
		'その件についてはお手伝いできません。',
	],
	Korean: [
		'죄송합니다. 그에 대한 정보가 없습니다.',
		'잘 모르겠습니다.',
		'그 문제는 도와드릴 수 없습니다.',
	],
};

const ANSWERS: Record<string, string[]> = {
	English: [
		'We do not ship to Canada.',
		'Sorry, this item is sold out.',
		'Could you tell me your order number?',
		"I don't know which order you mean. Could you give me the number?",
		"I can't help with anything illegal.",
		"If you don't know your password, press Reset.",
		'Shipping takes three days.',
	],
	Spanish: ['No enviamos a Canadá.', 'El producto está agotado.', '¿Cuál es su número de pedido?'],
	Portuguese: [
		'Não entregamos no Canadá.',
		'O produto está esgotado.',
		'Qual é o número do pedido?',
	],
	French: [
		'Nous ne livrons pas au Canada.',
		'Cet article est épuisé.',
		'Quel est votre numéro de commande ?',
	],
	German: [
		'Wir liefern nicht nach Kanada.',
		'Der Artikel ist ausverkauft.',
		'Wie lautet Ihre Bestellnummer?',
	],
	Italian: [
		'Non spediamo in Canada.',
		'Il prodotto è esaurito.',
		'Qual è il numero del tuo ordine?',
	],
	Dutch: [
		'We verzenden niet naar Canada.',
		'Het artikel is uitverkocht.',
		'Wat is uw bestelnummer?',
	],
	Polish: ['Nie wysyłamy do Kanady.', 'Produkt jest wyprzedany.', 'Jaki jest numer zamówienia?'],
	Turkish: ["Kanada'ya gönderim yapmıyoruz.", 'Ürün tükendi.', 'Sipariş numaranız nedir?'],
	Russian: ['Мы не доставляем в Канаду.', 'Товар распродан.', 'Какой номер вашего заказа?'],
	Ukrainian: ['Ми не доставляємо до Канади.', 'Товар розпродано.', 'Який номер вашого замовлення?'],
	Arabic: ['نحن لا نشحن إلى كندا.', 'نفدت الكمية.', 'ما هو رقم طلبك؟'],
	Hindi: ['हम कनाडा नहीं भेजते।', 'यह उत्पाद बिक चुका है।', 'आपका ऑर्डर नंबर क्या है?'],
	Indonesian: ['Kami tidak mengirim ke Kanada.', 'Barangnya habis.', 'Berapa nomor pesanan Anda?'],
	Chinese: ['我们不发货到加拿大。', '该商品已售罄。', '请问您的订单号是多少？'],
	Japanese: [
		'カナダへは発送していません。',
		'この商品は売り切れです。',
		'ご注文番号を教えてください。',
	],
	Korean: ['캐나다로는 배송하지 않습니다.', '품절되었습니다.', '주문 번호가 무엇인가요?'],
};

const rows = (table: Record<string, string[]>) =>
	Object.entries(table).flatMap(([language, drafts]) =>
		drafts.map((draft): [string, string] => [language, draft]),
	);

test('admissions that the bot does not know are heard in every language', async () => {
	const missed = await misses(rows(ADMITS), async (draft) => {
		const { label, attempt, evidence } = await classify({ draft });
		return (
			label === 'lackOfInformation' && attempt === 'unclear' && evidence[0]!.source === 'botDraft'
		);
	});
	expectFew(missed, rows(ADMITS), 0.02);
});

test('answers are answers, also where they are a no', async () => {
	const missed = await misses(
		rows(ANSWERS),
		async (draft) => (await classify({ draft })).label === 'continue',
	);
	expectFew(missed, rows(ANSWERS), 0.1);
});

test('the contact who does not know is not the bot', async () => {
	expect((await classify({ text: "I don't know" })).label).toBe('continue');
});

test('a flow that reports a failure of the bot needs no words', async () => {
	expect(await classify({ draft: 'Here you are.', botFailed: true })).toMatchObject({
		label: 'lackOfInformation',
		evidence: [{ source: 'flow', rule: 'botFailed', text: null }],
	});
});

test('where lack of information calls nobody, the draft is a failed attempt at once', async () => {
	const scenarios = switchedOff('lackOfInformation');
	const draft = "I'm sorry, I don't have information about that.";
	expect(await classify({ draft, scenarios })).toMatchObject({
		label: 'failedAttempt',
		attempt: 'failed',
		evidence: [{ source: 'botDraft', rule: 'doesNotKnow' }],
	});
});

test('the draft and the message are judged together', async () => {
	const history = dialogue('How long does shipping take?', 'Three days.');
	const draft = "I don't know.";
	const judged = await classify({ text: "That didn't help", draft, history });
	expect(judged).toMatchObject({
		label: 'lackOfInformation',
		attempt: 'failed',
		runnerUp: { label: 'failedAttempt' },
	});
});

test.each(['', '   ', '...'])('the draft "%s" says nothing', async (draft) => {
	expect(await classify({ draft })).toMatchObject({
		label: 'lackOfInformation',
		evidence: [{ source: 'botDraft', rule: 'saysNothing', text: null }],
	});
});

test('a search without a hit speaks for a lack of information, a good one against it', async () => {
	const draft = 'That should be in the brochure, I think.';
	const judge = async (retrievalScore: number | null) => {
		const { label, probability, runnerUp, evidence } = await classify({ draft, retrievalScore });
		const lack = label === 'lackOfInformation' ? probability : runnerUp!.probability;
		return { lack, evidence };
	};
	const [none, unknown, all] = [await judge(0), await judge(null), await judge(1)];
	expect(none.lack).toBeGreaterThan(unknown.lack);
	expect(unknown.lack).toBeGreaterThan(all.lack);
	expect((await judge(0.5)).lack).toBeCloseTo(unknown.lack);
});

test('the flow can say how good its search was', async () => {
	const judged = await classify({ draft: "I don't know.", retrievalScore: 0.1 });
	expect(judged.evidence).toContainEqual({
		source: 'flow',
		rule: 'retrievalScore=0.1',
		text: null,
	});
});

test('what the search says may decide, and is no evidence for what it speaks against', async () => {
	const vague = [
		'It may depend on the shop.',
		'Please see the brochure.',
		'It could be on the website.',
		'That might be in the manual.',
	];
	const labels = async (retrievalScore: number) =>
		await Promise.all(
			vague.map(async (draft) => (await classify({ draft, retrievalScore })).label),
		);
	const [poor, good] = [await labels(0), await labels(1)];
	expect(
		poor.filter((label, at) => label === 'lackOfInformation' && good[at] === 'continue'),
	).not.toEqual([]);
	const admits = await classify({ draft: "I don't know.", retrievalScore: 1 });
	expect(admits).toMatchObject({ label: 'lackOfInformation' });
	expect(admits.evidence.map(({ source }) => source)).toEqual(['botDraft']);
});
