import { DEFAULT_CLOSING_MESSAGE } from '../../handover/actions/send-closing-message';
import { readConversation } from '../../start/reference-flow-client';
import { listenForAnswers, type AnswerListener } from './answer-listener';
import { startFailingBot, type FailingBot } from './failing-bot';
import { botAt } from './flows/bot-at-an-address';
import { startMessengerFlow } from './flows/messenger-flow';
import { until } from './until';
import { BOOT_PATIENCE, PLATFORMS, type TestPlatform } from './with-platform';

jest.setTimeout(90_000);

const QUESTION = 'how long does shipping take?';
const FAILS = ['says500', 'hangsUp', 'isSilent'] as const;
const ANSWER = 'It takes 2 to 4 working days.';

describe.each(PLATFORMS)('what fails behind the 200 on %s', (name) => {
	let platform: TestPlatform;
	let messenger: AnswerListener;
	let bot: FailingBot;

	beforeAll(async () => {
		messenger = await listenForAnswers();
		bot = await startFailingBot();
		platform = await startMessengerFlow(name, messenger.url, botAt(bot.url));
		// All at the same time: most of it is waiting for the bot, and for what comes after it.
		for (const fails of FAILS) bot.plan(fails, fails, 'answers');
		bot.plan('down', 'says500');
		await Promise.all([...FAILS, 'down'].map(write));
	}, BOOT_PATIENCE);
	afterAll(async () => {
		await platform?.dispose();
		await messenger?.close();
		await bot?.close();
	}, 60_000);

	/** Once: the channel hears 200, and the contact writes no more. */
	async function write(conversationId: string): Promise<void> {
		const response = await fetch(`${platform.running.apiUrl}/handover/messenger`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ conversationId, messageId: 'm-1', text: QUESTION }),
			signal: AbortSignal.timeout(20_000),
		});
		expect(response.status).toBe(200);
	}
	const read = async (conversationId: string) =>
		await readConversation(platform.running.apiUrl, conversationId);
	const answersTo = (conversationId: string) => messenger.textsOf(conversationId);
	/** Until no other answer has followed for longer than the bot has for one. */
	const aWhile = (conversationId: string) =>
		until('it is quiet', () => Date.now() - messenger.lastAt(conversationId) > 8_000);
	const oneAnswer = async (conversationId: string) => {
		await until('an answer', () => answersTo(conversationId).length > 0);
		await aWhile(conversationId);
		expect(answersTo(conversationId)).toEqual([ANSWER]);
		expect(new Set(messenger.keysOf(conversationId)).size).toBe(1);
		expect((await read(conversationId)).transcript.map(({ author }) => author)).toEqual([
			'contact',
			'bot',
		]);
	};

	test.each(FAILS)(
		'a bot that %s once: the contact has the answer, once, without writing again',
		async (fails) => {
			await oneAnswer(fails);
			expect(bot.asked(fails)).toBe(2);
		},
	);

	test('a bot that is down for good: a human has the conversation, and the contact is told', async () => {
		// Each has twice as long as the one before.
		for (const tries of [2, 3, 4]) {
			await until(`try ${tries}`, () => bot.asked('down') >= tries);
		}
		await until('the closing message', () => answersTo('down').length > 0);
		await aWhile('down');
		expect(answersTo('down')).toEqual([DEFAULT_CLOSING_MESSAGE]);
		expect(bot.asked('down')).toBe(4);
		const { conversation, handover, tasks, notifications } = await read('down');
		expect(conversation).toMatchObject({ owner: 'human', assignee: expect.any(String) });
		expect(handover).toMatchObject({
			scenario: 'lackOfInformation',
			evidence: [{ source: 'flow', rule: 'botFailed' }],
		});
		expect(handover?.actions.map(({ status, attempts }) => [status, attempts])).toEqual(
			Array.from({ length: 6 }, () => ['done', 1]),
		);
		expect(tasks).toHaveLength(1);
		expect(notifications.length).toBeGreaterThan(0);
	});

	test(
		'a process that is killed after the 200: the contact has the answer when it is there again',
		async () => {
			bot.plan('killed', 'isSilent', 'answers');
			await write('killed');
			await until('the bot is asked', () => bot.asked('killed') > 0);
			await platform.restart('kill');
			await oneAnswer('killed');
		},
		BOOT_PATIENCE,
	);
});
