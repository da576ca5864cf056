import { classify, dialogue } from './classifier-turns';

const answered = dialogue('When does it arrive?', 'Soon.');

test.each([
	'you are not listening',
	"ça ne m'aide pas du tout",
	'всё равно не работает',
	'non mi hai aiutato per niente',
	'你没有回答我的问题',
	'그게 아니라 제 질문에 답해 주세요',
])('a complaint is quoted to the end of what it says: %s', async (text) => {
	const { evidence } = await classify({ text, history: answered });
	expect(evidence).toEqual([{ source: 'contactMessage', rule: 'didNotHelp', text }]);
});

test.each(['我要转人工客服', '상담원 연결해 주세요', '担当者と話したいです'])(
	'a request is not cut off inside a word: %s',
	async (text) => {
		const { evidence } = await classify({ text });
		expect(evidence).toEqual([{ source: 'contactMessage', rule: 'asksForHuman', text }]);
	},
);

test('what the bot does not know is quoted with what it says of it', async () => {
	const draft = '申し訳ありませんが、その情報は持っていません。';
	const { evidence } = await classify({ draft });
	expect(evidence).toMatchObject([{ rule: 'doesNotKnow', text: 'その情報は持っていません' }]);
});

test('of a long sentence the words that decided are quoted, and few others', async () => {
	const text =
		'I have been trying for an hour to change my address and could you now please put me through to somebody in your team because nothing works';
	const { evidence } = await classify({ text });
	const quoted = evidence[0]!.text!;
	expect(quoted).toContain('put me through');
	expect(quoted.split(' ').length).toBeLessThanOrEqual(8);
});

test.each([
	['a word without an end', `let me talk to a real human${'n'.repeat(2_000)}`],
	['an address', `please give me a human https://example.com/${'a/b-'.repeat(450)} now`],
	['a row of emoji', `get me a human ${'🙏'.repeat(900)}`],
])('no more than a short quotation is kept of %s', async (_, text) => {
	const { evidence } = await classify({ text, history: answered });
	for (const { text: quoted } of evidence) {
		expect(quoted!.length).toBeLessThanOrEqual(200);
		expect(quoted!.isWellFormed()).toBe(true);
		expect(text).toContain(quoted);
	}
	expect(evidence.length).toBeGreaterThan(0);
});
