import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classify, dialogue } from '../classifier/classifier-turns';
import { answer, phrasesOf, SMALL_TALK, STAND_IN_BOT } from './stand-in-bot';

const FLOWS = join(__dirname, '../../../flows');
const ask = (text: string) => answer(text, { failedAttempts: 0, failedNow: false });

const DOES_NOT_KNOW = "I'm sorry, I don't have information about that.";
const CLARIFIES = answer('That did not help', { failedAttempts: 1, failedNow: true });

test.each([
	['reference.json', 'n8n'],
	['reference.json', 'node-red'],
	['messenger.json', 'n8n'],
	['chat-trigger.json', 'n8n'],
	['messenger.json', 'node-red'],
])('the flow %s of %s has this bot, word for word', (file, platform) => {
	const flow = readFileSync(join(FLOWS, platform, file), 'utf8');
	expect(flow).toContain(JSON.stringify(STAND_IN_BOT).slice(1, -1));
});

test.each([
	['What are your opening hours?', /Monday to Friday/],
	['when do you open tomorrow', /Monday to Friday/],
	['How long does shipping take?', /2 to 4 working days/],
	['When will it be delivered?', /2 to 4 working days/],
	['What is your return policy?', /30 days/],
	['Can I send it back?', /30 days/],
	["Where's my order?", /tracking link/],
	['Order status please', /tracking link/],
	['Hi, where is my parcel?', /tracking link/],
	['Hello!', /^Hello/],
	['good morning', /^Hello/],
	['Thanks a lot', /welcome/],
	['thank you', /welcome/],
	['Thanks for your help, bye', /^Goodbye/],
	['Great, bye!', /^Goodbye/],
	['ok', /^All right.*else/],
	['Ok great 👍🏽', /^Glad/],
	['thank goodness', /^Glad/],
	["no, that's all", /^All right.*again/],
	['No thanks', /^All right.*again/],
	['no problem', /^All right.*else/],
	['ok, and when is it delivered?', /2 to 4 working days/],
	['Hi, how are you?', /^Very well/],
	['are you a human?', /^I am a bot/],
	['OK\nthen\nwhat’s your name?', /^I am a bot/],
	['Can you help me please?', /^What is it about/],
])('"%s" is answered with %s', (text, expected) => expect(ask(text)).toMatch(expected));

test.each([
	...['Can I pay with bitcoin?', 'Chicago', 'this is it', '<b>x</b>', '😀'],
	...['ok, can I pay with bitcoin?', 'no way', 'there', 'are you a bank?'],
])('to "%s" it says that it does not know', (text) => expect(ask(text)).toBe(DOES_NOT_KNOW));

test('a long message is no trouble to it', () => {
	expect(ask(`${'ok good morning good '.repeat(900)}x`)).toBe(DOES_NOT_KNOW);
});

test('after a failed attempt it apologises and asks, even if it seems to know', () => {
	expect(CLARIFIES).toMatch(/apologise.*\?$/);
	const again = answer('How long does shipping take?', { failedAttempts: 1, failedNow: true });
	expect(again).toBe(CLARIFIES);
});

test.each([
	...['opening hours', 'shipping', 'return', 'order status', 'Hi', 'thanks'].map(ask),
	CLARIFIES,
])('"%s" is not taken for a confession of ignorance', async (draft) => {
	expect(await labelOf(draft)).toBe('continue');
});

test('"I don\'t have information" is', async () => {
	expect(await labelOf(DOES_NOT_KNOW)).toBe('lackOfInformation');
});

describe.each([
	['at first', []],
	['after an answer', dialogue('When are you open?', ask('When are you open?'))],
])('%s, no human is called for', (_when, before) => {
	test.each(SMALL_TALK)('small talk: $topic', async ({ said, answer: expected }) => {
		for (const text of phrasesOf(said)) {
			expect([text, ask(text)]).toEqual([text, expected]);
			const asked = await classify({ text, history: before });
			const history = [...before, ...dialogue(text)];
			const drafted = await classify({ draft: expected, history });
			expect([text, asked.label, drafted.label]).toEqual([
				text,
				expect.stringMatching(/^(continue|failedAttempt)$/),
				'continue',
			]);
		}
	});
});

async function labelOf(draft: string): Promise<string> {
	return (await classify({ draft })).label;
}
