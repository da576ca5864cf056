import { readFileSync } from 'node:fs';
import { EVERYDAY_REQUESTS, testWithEverydayRequests } from '../../builders/everyday-requests';
import { classify, dialogue, switchedOff } from './classifier-turns';
import { CONTACT_REQUESTS } from './contact-request-cases';
import { expectFew, misses } from './misses';

const cases = (kind: 'asks' | 'doesNotAsk') =>
	Object.entries(CONTACT_REQUESTS).flatMap(([language, texts]) =>
		texts[kind].map((text): [string, string] => [language, text]),
	);

test('requests for a human are heard in every language', async () => {
	const missed = await misses(cases('asks'), async (text) => {
		const { label, evidence } = await classify({ text });
		return label === 'contactRequest' && evidence[0]!.rule === 'asksForHuman';
	});
	expectFew(missed, cases('asks'), 0.02);
});

test('look-alikes of a request call nobody', async () => {
	const missed = await misses(
		cases('doesNotAsk'),
		async (text) => (await classify({ text })).label === 'continue',
	);
	expectFew(missed, cases('doesNotAsk'), 0.08);
});

test('the evidence quotes the words that decided, as the contact wrote them', async () => {
	const { evidence } = await classify({ text: 'Hello. Please TRANSFER me to an Agent, thanks' });
	expect(evidence).toEqual([
		{
			source: 'contactMessage',
			rule: 'asksForHuman',
			text: expect.stringMatching(/^(Please )?TRANSFER me( to an Agent(, thanks)?)?$/),
		},
	]);
});

test('a request in a very long message is seen at its beginning and at its end', async () => {
	const noise = 'my order number is 4711 and I like blue. '.repeat(5_000);
	expect((await classify({ text: `Can I talk to a human? ${noise}` })).label).toBe(
		'contactRequest',
	);
	expect((await classify({ text: `${noise} Can I talk to a human?` })).label).toBe(
		'contactRequest',
	);
});

test('zero-width characters, look-alikes of letters, full-width letters and letters in squares hide no request', async () => {
	expect((await classify({ text: 'talk to a hu\u200bman' })).label).toBe('contactRequest');
	expect((await classify({ text: 'I wаnt tо tаlk to a humаn' })).label).toBe('contactRequest');
	expect((await classify({ text: 'ｔａｌｋ ｔｏ ａ ｈｕｍａｎ' })).label).toBe('contactRequest');
	expect((await classify({ text: '🅷🆄🅼🅰🅽 please' })).label).toBe('contactRequest');
});

test.each([
	'I want a h u m a n',
	'g e t  m e  a  p e r s o n',
	'h.u.m.a.n please',
	'1 w4nt t0 t4lk t0 a hum4n',
	'ɪ ᴡᴀɴᴛ ᴛᴏ ᴛᴀʟᴋ ᴛᴏ ᴀ ʜᴜᴍᴀɴ',
	'о п е р а т о р',
	'tɑlk to a humɑn',
	'I want a h|u|m|a|n',
	'is there a h-u-m-a-n I can write to',
	'т/а/к, позовите о|п|е|р|а|т|о|р|а',
])('letters that are written in another way hide no request: %s', async (text) => {
	const { label, evidence } = await classify({ text });
	expect(label).toBe('contactRequest');
	expect(text).toContain(evidence[0]!.text);
});

test('nobody is called when the scenario is switched off', async () => {
	const scenarios = switchedOff('contactRequest');
	expect((await classify({ text: 'Can I talk to a human?', scenarios })).label).toBe('continue');
});

test('a request wins over a complaint, which stays the runner-up and a failed attempt', async () => {
	const history = dialogue('How long does shipping take?', 'Three days.');
	expect(await classify({ text: "That didn't help. Give me a human!", history })).toMatchObject({
		label: 'contactRequest',
		attempt: 'failed',
		runnerUp: { label: 'failedAttempt', customScenario: null },
	});
});

test('where nothing else can be meant, that nothing is to be done is the runner-up', async () => {
	const { probability, runnerUp } = await classify({ text: 'Can I talk to a human?' });
	expect(runnerUp).toEqual({
		label: 'continue',
		customScenario: null,
		probability: 1 - probability,
	});
	expect((await classify({ text: '...' })).runnerUp).toBeNull();
});

test('a request without a complaint says nothing of the last answer', async () => {
	const history = dialogue('How long does shipping take?', 'Three days.');
	const judged = await classify({ text: 'Can I talk to a human?', history });
	expect(judged).toMatchObject({ label: 'contactRequest', attempt: 'unclear' });
});

testWithEverydayRequests(
	'fewer than 1 in 1000 everyday questions are taken for a request',
	async () => {
		const texts = readFileSync(EVERYDAY_REQUESTS, 'utf8')
			.trim()
			.split('\n')
			.map((line) => line.split('\t')[1]!);
		const judged = await Promise.all(texts.map((text) => classify({ text })));
		const wrong = judged.filter(({ label }) => label === 'contactRequest').length;
		expect(wrong / texts.length).toBeLessThan(0.001);
	},
);
