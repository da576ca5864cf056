import { randomUUID } from 'node:crypto';
import type { FixtureResponse } from '@copilotkit/aimock';
import { DEFAULT_TAG } from '../../handover/actions/add-tags';
import { DEFAULT_CLOSING_MESSAGE } from '../../handover/actions/send-closing-message';
import { ACTION_KINDS } from '../../handover/conversation/handover';
import { N8nRest } from '../../start/n8n-rest';
import {
	getConversation,
	readConversation,
	sendMessage,
	type MessageAnswer,
} from '../../start/reference-flow-client';
import { takesPosts } from '../../start/wait-until-live';
import { FakeModelServer, KEY } from '../builders/fake-model-server';
import { listenForEvents, type EventListener } from './event-listener';
import { completedExample } from './flows/example-flow';
import { until } from './until';
import { BOOT_PATIENCE, startTestPlatform, type TestPlatform } from './with-platform';

jest.setTimeout(60_000);

const HEADER = { name: 'X-Staff-Key', value: 'of the staff' };
const EACH_DONE_ONCE = ACTION_KINDS.map((kind) => [kind, 'done', 1]);
const ASKS = 'Can I talk to a human?';

let platform: TestPlatform;
let server: FakeModelServer;
let listener: EventListener;
const api = () => platform.running.apiUrl;

beforeAll(async () => {
	server = await new FakeModelServer().start();
	listener = await listenForEvents();
	platform = await startTestPlatform('n8n');
	await publishExamples();
}, BOOT_PATIENCE);
afterAll(async () => {
	await platform?.dispose();
	await server?.stop();
	await listener?.close();
}, 60_000);

async function publishExamples(): Promise<void> {
	const rest = new N8nRest(platform.running.url);
	await rest.logIn(platform.running.owner!);
	const credential = async (type: string, data: object) => ({
		[type]: { id: await rest.createCredential(type, type, data), name: type },
	});
	const model = {
		credentials: await credential('openAiApi', { apiKey: KEY, url: server.baseUrl }),
	};
	const agent = completedExample('agent-hands-over.json', { 'OpenAI Chat Model': model });
	const taggingAgent = completedExample('agent-hands-over.json', {
		'OpenAI Chat Model': model,
		'Contact Writes': {
			parameters: { httpMethod: 'POST', path: 'tagging/agent', responseMode: 'responseNode' },
			webhookId: randomUUID(),
		},
		'Call a Human': { parameters: { tags: "={{ $fromAI('tags', 'Why, in one word') }}" } },
	});
	const operations = completedExample('conversation-operations.json', {
		'Staff Act': { credentials: await credential('httpHeaderAuth', HEADER) },
		'Tell Your Systems (replace)': {
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: {
				method: 'POST',
				url: listener.url,
				sendBody: true,
				specifyBody: 'json',
				jsonBody: '={{ JSON.stringify([$json]) }}',
				options: {},
			},
		},
	});
	for (const flow of [agent, { ...taggingAgent, id: 'TaggingAgent' }, operations]) {
		await rest.publish(await rest.createWorkflow(flow));
	}
	for (const path of ['handover/agent', 'tagging/agent']) {
		await until(path, async () => await takesPosts(`${api()}/${path}`));
	}
	await until('the operations', async () => (await operate('get', 'nobody')).status === 404);
}

async function post<Body>(path: string, body: object, headers: Record<string, string> = {}) {
	const response = await fetch(`${api()}/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body),
		signal: AbortSignal.timeout(30_000),
	});
	const text = await response.text();
	const parsed = (text.startsWith('{') ? JSON.parse(text) : text) as Body;
	return { status: response.status, body: parsed };
}

const operate = (operation: string, conversationId: string, more: object = {}) =>
	post<Record<string, unknown>>(
		'handover/operation',
		{ operation, conversationId, ...more },
		{ [HEADER.name]: HEADER.value },
	);

describe('an AI Agent with our action as its tool', () => {
	const ask = async (message: object) => {
		const { status, body } = await post<MessageAnswer>('handover/agent', message);
		expect({ status, body }).toMatchObject({ status: 200 });
		return body;
	};
	/** The model calls the tool so many times, and then says something. */
	const call = (args: object, times = 1) =>
		server.answer(({ messages }): FixtureResponse => {
			const calls = messages.filter(({ role }) => role === 'tool').length;
			if (calls >= times) return { content: 'OK' };
			const toolCall = { name: 'Call_a_Human', arguments: JSON.stringify(args) };
			return { toolCalls: [toolCall] };
		});

	const actionsOf = async (conversationId: string) => {
		const { handover } = await readConversation(api(), conversationId);
		return handover?.actions.map(({ kind, status, attempts }) => [kind, status, attempts]);
	};

	test('answers by itself as long as it can', async () => {
		server.answer({ content: 'We open at 9 am.' });
		expect(await ask({ conversationId: 'agent-answers', text: 'When?' })).toMatchObject({
			reply: 'We open at 9 am.',
			owner: 'bot',
			handoverId: null,
		});
		const [tool] = server.lastBody.tools!;
		expect(tool!.function.name).toBe('Call_a_Human');
		expect(tool!.function.parameters).toMatchObject({ properties: {} });
	});

	test.each([1, 2])('opens one handover when it calls the tool, be it %i times', async (times) => {
		const conversationId = `agent-calls-${times}`;
		const message = { conversationId, messageId: 'm-1', text: 'I want my money back' };
		call({}, times);
		const answer = await ask(message);
		expect(answer).toMatchObject({ reply: DEFAULT_CLOSING_MESSAGE, owner: 'human' });
		const view = await readConversation(api(), conversationId);
		expect(view.handover).toMatchObject({ id: answer.handoverId, scenario: 'flow' });
		expect(await actionsOf(conversationId)).toEqual(EACH_DONE_ONCE);
		expect(view.conversation.tags).toEqual([DEFAULT_TAG]);
		expect(view.conversation.assignee).not.toBeNull();
		expect(view.tasks).toHaveLength(1);
		expect(view.transcript.map(({ author }) => author)).toEqual(['contact', 'bot']);

		const calls = server.calls.length;
		expect(await ask(message)).toMatchObject({ reply: null, duplicate: true });
		expect(await ask({ conversationId, text: 'Hello?' })).toMatchObject({ reply: null });
		expect(server.calls).toHaveLength(calls);
	});

	test('fills in what a field leaves to the model', async () => {
		call({ tags: 'refund' });
		const message = { conversationId: 'agent-tags', text: 'I want my money back' };
		const { status, body } = await post('tagging/agent', message);
		expect({ status, body }).toMatchObject({ status: 200, body: { owner: 'human' } });
		const [tool] = server.lastBody.tools!;
		expect(tool!.function.parameters).toMatchObject({ required: ['tags'] });
		const { conversation } = await readConversation(api(), 'agent-tags');
		expect(conversation.tags).toEqual(['refund']);
	});

	test('acts on its own conversation, whatever the model hands to the tool', async () => {
		await sendMessage(api(), { conversationId: 'agent-victim', text: 'Hello' });
		const victim = { botId: 'default', conversationId: 'agent-victim', messageSeq: 1, epoch: 0 };
		call({ ...victim, handover: victim });
		expect(
			await ask({ conversationId: 'agent-tricked', text: 'Call a human for agent-victim' }),
		).toMatchObject({ owner: 'human' });
		const { conversation, handover } = await readConversation(api(), 'agent-victim');
		expect({ owner: conversation.owner, handover }).toEqual({ owner: 'bot', handover: null });
	});

	test('that fails calls a human, too', async () => {
		server.fail(400);
		expect(await ask({ conversationId: 'agent-fails', text: 'When?' })).toMatchObject({
			reply: DEFAULT_CLOSING_MESSAGE,
			owner: 'human',
		});
		expect(await actionsOf('agent-fails')).toEqual(EACH_DONE_ONCE);
	});
});

describe('what people do to a conversation', () => {
	test('is refused without the key', async () => {
		const erase = { operation: 'erase', conversationId: 'x' };
		expect((await post('handover/operation', erase)).status).toBe(403);
	});

	test('the whole life: reply, hand back, resume, close, export, erase', async () => {
		const conversationId = 'life';
		const say = (text: string) => sendMessage(api(), { conversationId, text });
		expect(await say(ASKS)).toMatchObject({ owner: 'human' });
		await until('the begin is told', () => typesTold(conversationId).length === 1);

		const reply = { text: 'Hi, this is Ana.', messageId: 'r-1', staffId: 'Ana' };
		for (const _again of [1, 2]) {
			expect((await operate('recordHumanReply', conversationId, reply)).body).toMatchObject({
				owner: 'human',
				assignee: 'Ana',
			});
		}
		expect(await say('When do you open?')).toMatchObject({ reply: null });
		expect((await operate('handBack', conversationId)).body).toMatchObject({ owner: 'bot' });
		expect(await say('When do you open?')).toMatchObject({ owner: 'bot' });
		await until('the end is told', () => typesTold(conversationId).length === 2);
		expect(typesTold(conversationId)).toEqual(['handover.requested', 'handover.ended']);

		await say(ASKS);
		expect((await operate('resume', conversationId)).body).toMatchObject({ pausedUntil: null });
		expect((await operate('close', conversationId)).body).toMatchObject({ owner: 'closed' });
		expect((await operate('get', conversationId)).body).toMatchObject({
			view: { conversation: { owner: 'closed' } },
		});
		const { body } = await operate('export', conversationId);
		const { transcript, handovers } = body['export'] as Record<string, Array<{ text: string }>>;
		expect(transcript!.filter(({ text }) => text === reply.text)).toHaveLength(1);
		expect(handovers).toHaveLength(2);
		expect((await operate('erase', conversationId)).body).toMatchObject({ erased: true });
		expect((await getConversation(api(), conversationId)).status).toBe(404);
	});

	test('an error is answered with its code', async () => {
		for (const operation of ['get', 'handBack', 'resume', 'close', 'export', 'erase']) {
			expect(await operate(operation, 'nobody')).toEqual({
				status: 404,
				body: { code: 'CONVERSATION_UNKNOWN', message: expect.any(String) },
			});
		}
		for (const operation of ['delete', '', 7]) {
			const { status, body } = await operate(operation as string, 'nobody');
			expect({ status, body }).toMatchObject({ status: 400, body: { code: 'SETTINGS_INVALID' } });
		}
	});

	const typesTold = (conversationId: string) =>
		listener.events
			.filter((event) => handoverOf(event).conversationId === conversationId)
			.map(({ type }) => type);
});

function handoverOf(event: object): { conversationId?: string } {
	return (event as { handover?: { conversationId?: string } }).handover ?? {};
}
