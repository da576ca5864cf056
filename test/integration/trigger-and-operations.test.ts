import type { ConversationExport } from '../../handover/operations/conversation-view';
import type { HandoverData } from '../../handover/operations/handover-data';
import {
	getConversation,
	readConversation,
	sendMessage,
	type FlowError,
} from '../../start/reference-flow-client';
import { listenForEvents, type EventListener, type ToldEvent } from './event-listener';
import { observedFlow } from './flows/observed-flow';
import { SLOWLY, type OperationName } from './flows/operations';
import { startWithFlow } from './flows/with-flow';
import { until } from './until';
import { BOOT_PATIENCE, PLATFORMS, type TestPlatform } from './with-platform';

jest.setTimeout(60_000);

const ASKS = 'Can I talk to a human?';
/** Two seconds are promised; a busy machine may take longer. */
const LONGEST_DELAY = 5_000;

describe.each(PLATFORMS)('what happens beside the answering on %s', (name) => {
	let platform: TestPlatform;
	let listener: EventListener;
	const api = () => platform.running.apiUrl;
	const say = (conversationId: string, text: string) =>
		sendMessage(api(), { conversationId, text });

	beforeAll(async () => {
		listener = await listenForEvents();
		platform = await startWithFlow(name, observedFlow(name, listener.url));
		// A new trigger begins with what happens from its first look on.
		let tries = 0;
		await until('the trigger listens', async () => {
			await say(`warm-up-${++tries}`, ASKS);
			return listener.events.length > 0;
		});
	}, BOOT_PATIENCE);
	afterAll(async () => {
		await platform?.dispose();
		await listener?.close();
	}, 60_000);

	test('the events of a handover reach a flow in order, soon, and once', async () => {
		await say('events', ASKS);
		const expected = await eventsInStore('events');
		await until('all events arrive', () => listener.of('events').length >= expected.length);
		const told = [...listener.of('events')].sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
		expect(told.map(content)).toEqual(expected);
		expect(told.map(({ type }) => type)).toEqual([
			'handover.requested',
			'conversation.assigned',
			'action.done',
			'action.done',
			'bot.paused',
			...Array.from({ length: 4 }, () => 'action.done'),
		]);
		expect(JSON.stringify(told)).not.toContain(ASKS);
		const delays = told.map(({ delay }) => delay).sort((a, b) => a - b);
		process.stdout.write(
			`${name}: an event reaches the flow after ${delays[0]}-${delays.at(-1)} ms\n`,
		);
		expect(delays.at(-1)).toBeLessThan(LONGEST_DELAY);
	});

	test(
		'killed before the events are told: nothing is missing afterwards',
		async () => {
			await Promise.all([1, 2, 3].map((one) => say(`killed-${one}`, ASKS)));
			await platform.restart('kill');
			for (const one of [1, 2, 3]) {
				const expected = await eventsInStore(`killed-${one}`);
				const bySeq = () =>
					new Map(listener.of(`killed-${one}`).map((event) => [event.seq, event]));
				await until('all events arrive', () => bySeq().size >= expected.length);
				expect([...bySeq().values()].sort((a, b) => a.seq - b.seq).map(content)).toEqual(expected);
			}
		},
		BOOT_PATIENCE,
	);

	test("a human's reply takes the conversation over, once, and the bot is silent", async () => {
		await say('reply', 'Hello');
		const reply = { text: 'Hi, this is Ana.', messageId: 'reply-1', staffId: 'Ana' };
		for (const _again of [1, 2]) {
			const handover = await operate('recordHumanReply', 'reply', reply);
			expect(handover).toMatchObject({ owner: 'human', assignee: 'Ana' });
		}
		expect(await say('reply', 'When do you open?')).toMatchObject({ reply: null, owner: 'human' });
		const { transcript } = await readConversation(api(), 'reply');
		expect(transcript.map(({ author }) => author)).toEqual(['contact', 'bot', 'human', 'contact']);
		expect(
			(await ask('recordHumanReply', 'reply', { ...reply, staffId: 'Zoe' })).body,
		).toMatchObject({
			code: 'STAFF_UNKNOWN',
		});
	});

	test('an answer that the bot has in hand when a human takes over is dropped', async () => {
		const answer = say('fence', `How ${SLOWLY} do you ship?`);
		await until('the message is admitted', async () => {
			return (await getConversation(api(), 'fence')).status === 200;
		});
		await operate('recordHumanReply', 'fence', { text: 'I am here.' });
		expect(await answer).toMatchObject({ reply: null, owner: 'human' });
		const { transcript } = await readConversation(api(), 'fence');
		expect(transcript.map(({ author }) => author)).toEqual(['contact', 'human']);
		await until('the drop is told', () =>
			listener.of('fence').some(({ type }) => type === 'answer.dropped'),
		);
	});

	test.each(['handBack', 'resume'] as const)(
		'after %s the bot answers, and counts anew',
		async (how) => {
			await say(how, 'How long does shipping take?');
			await say(how, "That didn't help");
			expect(await say(how, 'no, still not what I need')).toMatchObject({
				scenario: 'failedToResolveIssue',
				owner: 'human',
				failedAttempts: 2,
			});
			expect(await say(how, 'Hello?')).toMatchObject({ reply: null });
			const handover = await operate(how, how);
			expect(handover).toMatchObject({ owner: 'bot', pausedUntil: null, failedAttempts: 0 });
			const answer = await say(how, 'When do you open?');
			expect(answer).toMatchObject({ owner: 'bot', failedAttempts: 0, handoverId: null });
			expect(answer.reply).toMatch('9 am');
		},
	);

	test('a closed conversation is silent until the contact writes again', async () => {
		await say('close', ASKS);
		expect(await operate('close', 'close')).toMatchObject({ owner: 'closed', handoverId: null });
		expect((await readConversation(api(), 'close')).conversation.owner).toBe('closed');
		expect(await say('close', 'When do you open?')).toMatchObject({
			reply: expect.stringContaining('9 am'),
			owner: 'bot',
		});
	});

	test('an export holds all there is, and after an erasure there is nothing', async () => {
		await say('data', ASKS);
		const exported = await exportOf('data');
		expect(exported.transcript.map(({ text }) => text)).toContain(ASKS);
		expect(exported.handovers).toHaveLength(1);
		expect(exported.events.map(({ type }) => type)).toContain('handover.requested');
		expect(await operate('erase', 'data')).toEqual(
			expect.objectContaining({ conversationId: 'data', erased: true }),
		);
		expect((await getConversation(api(), 'data')).status).toBe(404);
		for (const operation of ['erase', 'export', 'handBack'] as const) {
			expect(await ask(operation, 'data')).toMatchObject({
				status: 404,
				body: { code: 'CONVERSATION_UNKNOWN' },
			});
		}
	});

	async function ask(operation: OperationName, conversationId: string, more: object = {}) {
		const response = await fetch(`${api()}/operation/${operation}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ conversationId, ...more }),
		});
		const body = (await response.json()) as FlowError | Operated;
		return { status: response.status, body };
	}

	async function operate(operation: OperationName, conversationId: string, more: object = {}) {
		const { status, body } = await ask(operation, conversationId, more);
		expect({ status, body }).toMatchObject({ status: 200 });
		return body as Operated;
	}

	async function exportOf(conversationId: string): Promise<ConversationExport> {
		return (await operate('export', conversationId)).export!;
	}

	async function eventsInStore(conversationId: string) {
		return (await exportOf(conversationId)).events.map(content);
	}
});

type Operated = HandoverData & { export?: ConversationExport; erased?: true };

/** What the store and the flow say alike. */
function content({ seq, type, data }: Pick<ToldEvent, 'seq' | 'type' | 'data'>) {
	return { seq, type, data };
}
