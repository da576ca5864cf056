import type { IConnections, IDataObject, INode, INodeType, IRun, OnError } from 'n8n-workflow';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AddTags } from '../../../nodes/n8n/AddTags/AddTags.node';
import { HandoverClassifier } from '../../../nodes/n8n/HandoverClassifier/HandoverClassifier.node';
import { Conversation } from '../../../nodes/n8n/Conversation/Conversation.node';
import { HandoverGate } from '../../../nodes/n8n/HandoverGate/HandoverGate.node';
import { runInEngine } from './n8n-engine';

/** Our nodes in n8n's own engine: what it makes of our outputs and errors, and not what we think. */
const folder = mkdtempSync(join(tmpdir(), 'handover-engine-'));
const before = process.env['N8N_USER_FOLDER'];
beforeAll(() => {
	process.env['N8N_USER_FOLDER'] = folder;
});
afterAll(() => {
	if (before === undefined) delete process.env['N8N_USER_FOLDER'];
	else process.env['N8N_USER_FOLDER'] = before;
	rmSync(folder, { recursive: true, force: true });
});

const TYPES: Record<string, INodeType> = {
	classifier: new HandoverClassifier(),
	gate: new HandoverGate(),
	conversation: new Conversation(),
	tags: new AddTags(),
	agent: like('Agent', () => ({ output: 'We open at 9 am.', sessionId: 'of the bot' })),
	collect: passOn('Collect'),
	start: passOn('Start'),
};

/** A node that passes its items on, so that the test sees what arrived. */
function passOn(name: string): INodeType {
	return like(name, (json) => json);
}

/** A node that makes an item of each of its items, as an AI Agent does. */
function like(name: string, make: (json: IDataObject) => IDataObject): INodeType {
	return {
		description: {
			displayName: name,
			name,
			group: ['transform'],
			version: 1,
			description: name,
			defaults: { name },
			inputs: ['main'],
			outputs: ['main'],
			properties: [],
		},
		execute() {
			const items = this.getInputData();
			return Promise.resolve([
				items.map(({ json }, item) => ({ json: make(json), pairedItem: { item } })),
			]);
		},
	};
}

function node(name: string, type: string, parameters = {}, onError?: OnError): INode {
	const typeVersion = 1;
	const base: INode = { id: name, name, type, typeVersion, position: [0, 0], parameters };
	return onError ? { ...base, onError } : base;
}

const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];

/** Start -> Gate -> one Collect node behind each output, the last one being the error output. */
async function runGate(items: object[], onError: OnError, outputs: string[]): Promise<IRun> {
	const connections: IConnections = {
		Start: { main: [to('Gate')] },
		Gate: { main: outputs.map(to) },
	};
	const nodes = [
		node('Start', 'start'),
		node('Gate', 'gate', {}, onError),
		...outputs.map((name) => node(name, 'collect')),
	];
	return await run(nodes, connections, items);
}

async function run(nodes: INode[], connections: IConnections, items: object[]): Promise<IRun> {
	const given = items.map((json) => ({ json: json as { text: string } }));
	return await runInEngine({ nodes, connections }, (type) => TYPES[type]!, 'Start', given);
}

const arrived = (result: IRun, name: string) =>
	result.data.resultData.runData[name]?.[0]?.data?.main?.[0] ?? [];

describe("in n8n's own engine", () => {
	const good = { conversationId: 'a', text: 'Hello' };
	const bad = { conversationId: 'b', text: 5 };

	test('one bad item among many goes to the error output, and the others to the bot', async () => {
		const outputs = ['Bot', 'Human', 'Duplicate', 'Error'];
		const items = [good, bad, { ...good, conversationId: 'c' }];
		const result = await runGate(items, 'continueErrorOutput', outputs);
		const bot = arrived(result, 'Bot');
		expect(bot.map(({ json }) => json['conversationId'])).toEqual(['a', 'c']);
		const sent = result.data.resultData.runData['Gate']![0]!.data!.main![0]!;
		expect(sent.map(({ pairedItem }) => pairedItem)).toMatchObject([{ item: 0 }, { item: 2 }]);
		expect(arrived(result, 'Error')).toMatchObject([
			{ json: { error: { code: 'TEXT_NOT_A_STRING', status: 400 } } },
		]);
		expect(arrived(result, 'Human')).toEqual([]);
	});

	test('a bad item stops the run with the code and the item it belongs to', async () => {
		const result = await runGate([good, bad], 'stopWorkflow', ['Bot']);
		expect(result.data.resultData.error).toMatchObject({
			message: expect.stringMatching(/^Text must be a string\./),
			description: expect.stringContaining('TEXT_NOT_A_STRING'),
			context: { itemIndex: 1 },
		});
	});

	test('the defaults find what the node before has left on the item', async () => {
		const result = await run(
			[node('Start', 'start'), node('Gate', 'gate'), node('Tags', 'tags'), node('Done', 'collect')],
			{ Start: { main: [to('Gate')] }, Gate: { main: [to('Tags')] }, Tags: { main: [to('Done')] } },
			[{ ...good, conversationId: 'd', extra: { kept: true } }],
		);
		expect(arrived(result, 'Done')).toMatchObject([
			{ json: { extra: { kept: true }, handover: { tags: ['human_handover'], owner: 'waiting' } } },
		]);
	});

	test.each([
		["n8n's Chat Trigger", (chat: IDataObject) => chat],
		["n8n's chat widget, at a Webhook", (chat: IDataObject) => ({ body: chat })],
	])(
		'the defaults find what %s leaves, and the answer is to the same session',
		async (_by, put) => {
			const chat = { sessionId: 'h', action: 'sendMessage', chatInput: 'When do you open?' };
			const result = await run(
				[
					node('Start', 'start'),
					node('Gate', 'gate'),
					node('Agent', 'agent'),
					node('Before Reply', 'gate', { operation: 'beforeReply' }),
					node('Done', 'collect'),
				],
				{
					Start: { main: [to('Gate')] },
					Gate: { main: [to('Agent')] },
					Agent: { main: [to('Before Reply')] },
					'Before Reply': { main: [to('Done')] },
				},
				[put(chat)],
			);
			const [admitted] = result.data.resultData.runData['Gate']![0]!.data!.main![0]!;
			expect(admitted!.json).toMatchObject(put(chat));
			expect(admitted!.json['handover']).toMatchObject({
				conversationId: 'h',
				text: 'When do you open?',
			});
			expect(arrived(result, 'Done')).toMatchObject([
				{ json: { handover: { conversationId: 'h', reply: 'We open at 9 am.' } } },
			]);
		},
	);

	test('what stands behind a bot acts on the conversation that was admitted, not on a session of the bot', async () => {
		const result = await run(
			[
				node('Start', 'start'),
				node('Gate', 'gate'),
				node('Agent', 'agent'),
				node('Conversation', 'conversation'),
				node('Done', 'collect'),
			],
			{
				Start: { main: [to('Gate')] },
				Gate: { main: [to('Agent')] },
				Agent: { main: [to('Conversation')] },
				Conversation: { main: [to('Done')] },
			},
			[
				{ conversationId: 'of the bot', text: 'Hello' },
				{ conversationId: 'i', text: 'Hello' },
			],
		);
		expect(arrived(result, 'Done')).toMatchObject([
			{ json: { handover: { conversationId: 'of the bot' } } },
			{ json: { handover: { conversationId: 'i' } } },
		]);
	});

	test('a name that an API saved as a number is the error of each item, and ends no run', async () => {
		const customScenarios = { first: { name: 42, examples: 'I want my money back' } };
		const parameters = { scenarioSource: 'here', customScenarios };
		const result = await run(
			[
				node('Start', 'start'),
				node('Gate', 'gate'),
				node('Classifier', 'classifier', parameters, 'continueErrorOutput'),
				node('Error', 'collect'),
			],
			{
				Start: { main: [to('Gate')] },
				Gate: { main: [to('Classifier')] },
				Classifier: { main: [[], [], [], [], [], to('Error')] },
			},
			[{ conversationId: 'g', text: 'I want my money back' }],
		);
		expect(arrived(result, 'Error')).toMatchObject([
			{ json: { conversationId: 'g', error: { code: 'SCENARIO_INVALID' } } },
		]);
	});

	test('a custom scenario that cannot be read for the first item stops no other', async () => {
		const examples =
			"={{ $json.unread ? $('Nowhere').item.json.examples : 'I want my money back' }}";
		const first = { name: 'Refund', examples };
		const parameters = { scenarioSource: 'here', customScenarios: { first } };
		const result = await run(
			[
				node('Start', 'start'),
				node('Gate', 'gate'),
				node('Classifier', 'classifier', parameters, 'continueErrorOutput'),
				node('Refund', 'collect'),
				node('Error', 'collect'),
			],
			{
				Start: { main: [to('Gate')] },
				Gate: { main: [to('Classifier')] },
				Classifier: { main: [[], [], [], [], to('Refund'), to('Error')] },
			},
			[
				{ conversationId: 'e', text: 'I want my money back', unread: true },
				{ conversationId: 'f', text: 'I want my money back' },
			],
		);
		expect(arrived(result, 'Error')).toMatchObject([
			{ json: { conversationId: 'e', error: { code: 'SETTINGS_INVALID', status: 400 } } },
		]);
		expect(arrived(result, 'Refund')).toMatchObject([{ json: { conversationId: 'f' } }]);
	});
});
