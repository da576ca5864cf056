import { DEFAULT_CLOSING_MESSAGE } from '../../handover/actions/send-closing-message';
import { readConversation } from '../../start/reference-flow-client';
import { listenForAnswers, type AnswerListener } from './answer-listener';
import { startFailingBot, type FailingBot } from './failing-bot';
import { betweenActionsAt } from './flows/between-actions';
import { startMessengerFlow } from './flows/messenger-flow';
import { until } from './until';
import { BOOT_PATIENCE, PLATFORMS, type TestPlatform } from './with-platform';

jest.setTimeout(150_000);

const QUESTION = 'how long does shipping take?';
const ANSWER = expect.stringContaining('2 to 4 working days') as string;
const REQUEST = 'Can I talk to a human?';

describe.each(PLATFORMS)('what fails behind an answer or the first action on %s', (name) => {
	let platform: TestPlatform;
	let messenger: AnswerListener;
	/** Of the builder's, between two actions. */
	let crm: FailingBot;

	beforeAll(async () => {
		messenger = await listenForAnswers();
		crm = await startFailingBot();
		platform = await startMessengerFlow(name, messenger.url, betweenActionsAt(crm.url));
	}, BOOT_PATIENCE);
	afterAll(async () => {
		await platform?.dispose();
		await messenger?.close();
		await crm?.close();
	}, 60_000);

	/** Once: the channel hears 200, and the contact writes no more. */
	async function write(conversationId: string, text: string): Promise<void> {
		const response = await fetch(`${platform.running.apiUrl}/handover/messenger`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ conversationId, messageId: 'm-1', text }),
			signal: AbortSignal.timeout(20_000),
		});
		expect(response.status).toBe(200);
	}
	const read = async (conversationId: string) =>
		await readConversation(platform.running.apiUrl, conversationId);
	const heard = (conversationId: string) => messenger.textsOf(conversationId);
	/** Longer than what is not confirmed takes to come back for the first time. */
	const aWhile = () => new Promise((resolve) => setTimeout(resolve, 8_000));
	const timesSent = (conversationId: string) => messenger.keysOf(conversationId).length;

	const isWhole = async (conversationId: string) => {
		const { handover, tasks, notifications, conversation } = await read(conversationId);
		expect(handover?.actions.map(({ status, attempts }) => [status, attempts])).toEqual(
			Array.from({ length: 6 }, () => ['done', 1]),
		);
		expect(tasks).toHaveLength(1);
		expect(new Set(notifications.map(({ reason }) => reason)).size).toBe(notifications.length);
		expect(conversation).toMatchObject({ owner: 'human', assignee: expect.any(String) });
		expect(heard(conversationId)).toEqual([DEFAULT_CLOSING_MESSAGE]);
		expect(new Set(messenger.keysOf(conversationId)).size).toBe(1);
	};
	/** It was confirmed: it goes out no more. */
	const staysSo = async (conversationId: string) => {
		const sent = timesSent(conversationId);
		await aWhile();
		expect(timesSent(conversationId)).toBe(sent);
	};

	test.each(['says500', 'hangsUp', 'isSilent'] as const)(
		'a node between two actions that %s once: the handover is finished by itself, once',
		async (fails) => {
			crm.plan(fails, fails, 'answers');
			await write(fails, REQUEST);
			await until('the closing message', () => heard(fails).length > 0);
			await isWhole(fails);
			await staysSo(fails);
			expect(crm.asked(fails)).toBe(2);
		},
	);

	test.each([
		['an answer', QUESTION, ANSWER],
		['a closing message', REQUEST, DEFAULT_CLOSING_MESSAGE],
	])(
		'%s that the messenger refuses for longer than it is retried arrives',
		async (what, text, said) => {
			messenger.refuse(what, 7);
			await write(what, text);
			await until('five tries', () => timesSent(what) >= 5);
			await until('it arrives', () => heard(what).length > 0);
			expect(heard(what)).toEqual([said]);
			// The flow gives itself less time here than the node takes for its tries, which still go on.
			await new Promise((resolve) => setTimeout(resolve, 25_000));
			await staysSo(what);
			expect(heard(what)).toEqual([said]);
			expect(new Set(messenger.keysOf(what)).size).toBe(1);
		},
	);

	test('a message to which there is something to say once is sent once, where nothing fails', async () => {
		for (const [conversationId, text] of [
			['well', QUESTION],
			['well handed over', REQUEST],
		] as const) {
			await write(conversationId, text);
			await until('it arrives', () => heard(conversationId).length > 0);
		}
		await aWhile();
		expect([timesSent('well'), timesSent('well handed over')]).toEqual([1, 1]);
		await isWhole('well handed over');
	});

	test(
		'a process that is killed between two actions: the handover is finished when it is there again',
		async () => {
			crm.plan('killed', 'isSilent', 'answers');
			await write('killed', REQUEST);
			await until('it is between two actions', () => crm.asked('killed') > 0);
			await platform.restart('kill');
			await until('the closing message', () => heard('killed').length > 0);
			await isWhole('killed');
			await staysSo('killed');
		},
		BOOT_PATIENCE,
	);

	test('a node that is down for good: assignee and contacts are told without it', async () => {
		crm.plan('down', 'says500');
		await write('down', REQUEST);
		const told = async () =>
			(await read('down')).notifications.filter(({ reason }) => reason === 'turnUnconfirmed');
		for (const tries of [2, 3, 4]) {
			await until(`try ${tries}`, () => crm.asked('down') === tries);
		}
		await until('somebody is told', async () => (await told()).length > 0);
		const { conversation } = await read('down');
		expect((await told()).map(({ staffId }) => staffId)).toContain(conversation.assignee);
		await aWhile();
		expect(crm.asked('down')).toBe(4);
		expect(new Set((await told()).map(({ staffId }) => staffId)).size).toBe((await told()).length);
	});
});
