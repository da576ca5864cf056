import { randomUUID } from 'node:crypto';
import type { ChatCompletionRequest, FixtureResponse } from '@copilotkit/aimock';
import { DEFAULT_TAG } from '../../handover/actions/add-tags';
import { DEFAULT_CLOSING_MESSAGE } from '../../handover/actions/send-closing-message';
import { ACTION_KINDS } from '../../handover/conversation/handover';
import { N8nRest, type Workflow } from '../../start/n8n-rest';
import {
	readConversation,
	sendMessage,
	type MessageAnswer,
} from '../../start/reference-flow-client';
import { takesPosts } from '../../start/wait-until-live';
import { FakeModelServer, KEY } from '../builders/fake-model-server';
import { completedExample } from './flows/example-flow';
import { itemsOf } from './flows/execution-data';
import { until } from './until';
import { BOOT_PATIENCE, startTestPlatform, type TestPlatform } from './with-platform';

jest.setTimeout(60_000);

const CHAT = '5e2f6d1c-8a3b-4c47-9d10-6b1f0c2a7e10/chat';
const EACH_DONE_ONCE = ACTION_KINDS.map((kind) => [kind, 'done', 1]);

let platform: TestPlatform;
let server: FakeModelServer;
let rest: N8nRest;
let languageModel: Workflow;
const api = () => platform.running.apiUrl;

beforeAll(async () => {
	server = await new FakeModelServer().start();
	platform = await startTestPlatform('n8n');
	await publishExamples();
}, BOOT_PATIENCE);
afterAll(async () => {
	await platform?.dispose();
	await server?.stop();
}, 60_000);

async function publishExamples(): Promise<void> {
	rest = new N8nRest(platform.running.url);
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
	languageModel = await rest.createWorkflow(
		completedExample('language-model.json', { 'OpenAI Chat Model': model }),
	);
	const chat = completedExample('chat-trigger.json', {});
	for (const flow of [agent, { ...taggingAgent, id: 'TaggingAgent' }, chat]) {
		await rest.publish(await rest.createWorkflow(flow));
	}
	for (const path of ['handover/agent', 'tagging/agent']) {
		await until(path, async () => await takesPosts(`${api()}/${path}`));
	}
	await until('the chat page', async () => (await fetch(`${api()}/${CHAT}`)).ok);
}

async function post<Body>(path: string, body: object) {
	const response = await fetch(`${api()}/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
		signal: AbortSignal.timeout(30_000),
	});
	const text = await response.text();
	const parsed = (text.startsWith('{') ? JSON.parse(text) : text) as Body;
	return { status: response.status, body: parsed };
}

async function actionsOf(conversationId: string, botId?: string) {
	const { handover } = await readConversation(api(), conversationId, botId);
	return handover?.actions.map(({ kind, status, attempts }) => [kind, status, attempts]);
}

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
		const again = await ask(message);
		expect(again).toMatchObject({ reply: DEFAULT_CLOSING_MESSAGE, duplicate: true });
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

test("n8n's chat shows the bot's answer, the closing message, and then that a human has it", async () => {
	const chat = async (chatInput: string) => {
		// What else a caller sends is not taken.
		const handover = { botId: 'of-another', conversationId: 'of-another', text: 'Hi' };
		const message = { action: 'sendMessage', sessionId: 'chat-session', chatInput, handover };
		const { status, body } = await post<{ output: string }>(CHAT, message);
		expect({ status, body }).toEqual({ status: 200, body: { output: expect.any(String) } });
		return body.output;
	};
	expect(await chat('When do you open?')).toMatch(/Monday to Friday/);
	expect(await chat('Can I talk to a human?')).toBe(DEFAULT_CLOSING_MESSAGE);
	expect(await chat('Hello?')).toMatch(/^Somebody from our team/);
	expect(await chat('')).toMatch(/did not work/);
	expect(await actionsOf('chat-session', 'chat')).toEqual(EACH_DONE_ONCE);
});

describe('a language model for the doubtful messages', () => {
	interface Result {
		message: string;
		label: string;
		decidedBy: string;
	}

	async function execute(): Promise<Result[]> {
		const id = await rest.execute(languageModel, 'Example Messages');
		const isOver = async () => !['new', 'running'].includes((await rest.readExecution(id)).status);
		await until('the execution is over', isOver);
		const { status, data } = await rest.readExecution(id);
		expect(status).toBe('success');
		return itemsOf<Result>(data, 'Result');
	}

	test('it is asked about some of the messages, and the others are sure without it', async () => {
		server.judge({ contactRequest: 0.7 });
		const results = await execute();
		expect(results).toHaveLength(5);
		const asked = server.calls.map(({ body }) => contactMessageOf(body as ChatCompletionRequest));
		expect(asked.length).toBeGreaterThan(0);
		expect(asked.length).toBeLessThan(results.length);
		for (const { message, decidedBy, label } of results) {
			if (asked.includes(message)) {
				expect([decidedBy, label]).toEqual(['model gpt-4.1-mini prompt/2', 'contactRequest']);
			} else expect(decidedBy).toMatch(/^builtIn\/\d+$/);
		}
	});

	test('where it cannot be asked, the result says so', async () => {
		server.fail(401);
		const decided = (await execute()).map(({ decidedBy }) => decidedBy);
		expect(decided).toContainEqual(expect.stringContaining('(model unavailable: unauthorized)'));
	});
});

function contactMessageOf({ messages }: ChatCompletionRequest): string {
	const { content } = messages.find(({ role }) => role === 'user')!;
	return (JSON.parse(content as string) as { contactMessage: string }).contactMessage;
}
