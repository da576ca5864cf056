import type { IDataObject, NodeExecutionHint } from 'n8n-workflow';
import type { Services } from '../../../handover/operations/services';
import { SqliteStore } from '../../../handover/stores/sqlite/sqlite-store';
import { AddTags } from '../../../nodes/n8n/AddTags/AddTags.node';
import { AssignConversation } from '../../../nodes/n8n/AssignConversation/AssignConversation.node';
import { Conversation } from '../../../nodes/n8n/Conversation/Conversation.node';
import { FailureCounter } from '../../../nodes/n8n/FailureCounter/FailureCounter.node';
import { HandoverClassifier } from '../../../nodes/n8n/HandoverClassifier/HandoverClassifier.node';
import { HandoverGate } from '../../../nodes/n8n/HandoverGate/HandoverGate.node';
import { PauseBot } from '../../../nodes/n8n/PauseBot/PauseBot.node';
import { routeItems } from '../../../nodes/n8n/route-items';
import { contextOf, execute, useFolderOfItsOwn } from './n8n-fakes';

useFolderOfItsOwn();

const gate = new HandoverGate();
const message = (conversationId: string, text: string | null = 'Hi') => ({ conversationId, text });

async function admit(conversationId: string, text?: string) {
	const [[item]] = (await execute(gate, { items: [message(conversationId, text)] })) as [
		[{ json: object }],
	];
	return item.json as { handover: IDataObject };
}

test('items go on untouched but for handover, in order, each paired with its own', async () => {
	const binary = { file: { mimeType: 'text/plain', data: '' } };
	const items = [
		{ json: { ...message('order-1'), extra: { deep: 1 } }, binary },
		{ json: message('order-2') },
	];
	const [bot, human] = await execute(gate, { items });
	expect(human).toEqual([]);
	expect(bot).toEqual([
		{
			json: { ...items[0]!.json, handover: expect.objectContaining({ conversationId: 'order-1' }) },
			binary,
			pairedItem: { item: 0 },
		},
		{
			json: { ...items[1]!.json, handover: expect.objectContaining({ conversationId: 'order-2' }) },
			pairedItem: { item: 1 },
		},
	]);
});

describe('of three messages, the second has no text', () => {
	const items = [message('bad-1'), message('bad-2', null), message('bad-3')];
	const error = {
		code: 'TEXT_MISSING',
		status: 400,
		retryable: false,
		message: expect.any(String),
	};

	test('stops the flow with the code and the item, unless the node is set to continue', async () => {
		await expect(execute(gate, { items })).rejects.toMatchObject({
			name: 'NodeOperationError',
			description: 'TEXT_MISSING',
			context: { itemIndex: 1 },
		});
	});

	test('stops the others, too: sent again, each is taken up as if it were new', async () => {
		const messageId = 'stop';
		const stopped = ['stop-1', 'stop-2'].map((id) => ({ ...message(id), messageId }));
		const withBad = [stopped[0]!, message('stop-bad', null), stopped[1]!];
		await expect(execute(gate, { items: withBad })).rejects.toThrow();
		const [bot, , duplicate] = await execute(gate, { items: stopped });
		expect(duplicate).toEqual([]);
		expect(bot).toHaveLength(2);
	});

	test('stops also what another item has become while it waited', async () => {
		const left: unknown[] = [];
		const before = { messageSeq: 1, duplicate: true };
		const takenUp = { messageSeq: 1, duplicate: false };
		const run = async (services: Services, itemIndex: number) => {
			const leave = jest.spyOn(services.leftTurns, 'leave');
			leave.mockImplementation((_services, carried) => void left.push(carried));
			const finish = async () => {
				if (itemIndex === 1) throw new Error('away');
				return { output: 0, handover: takenUp };
			};
			return { handover: before, finish };
		};
		const context = contextOf(gate, { items: items.slice(0, 2) });
		await expect(routeItems(context, { count: 3, onError: 1 }, run)).rejects.toThrow();
		jest.restoreAllMocks();
		expect(left).toContain(takenUp);
		expect(left).not.toContain(before);
	});

	test.each([
		['its own turn when the node continues', 'continueRegularOutput', [1]],
		['each turn once when the flow ends', 'stopWorkflow', [0, 1, 2]],
	] as const)('leaves %s', async (_what, onError, turns) => {
		const left: unknown[] = [];
		const run = async (services: Services, itemIndex: number) => {
			const leave = jest.spyOn(services.leftTurns, 'leave');
			leave.mockImplementation((_services, carried) => void left.push(carried));
			if (itemIndex === 1) throw new Error('away');
			return { output: 0, handover: { messageSeq: 0 } };
		};
		const handovers = items.map((item, messageSeq) => ({ ...item, handover: { messageSeq } }));
		const context = contextOf(gate, { items: handovers, onError });
		await routeItems(context, { count: 3, onError: 1 }, run).catch(() => undefined);
		jest.restoreAllMocks();
		expect(left).toEqual(turns.map((messageSeq) => ({ messageSeq })));
	});

	test('goes to the error output with nothing but the error, as n8n wants it', async () => {
		const [bot, human] = await execute(gate, { items, onError: 'continueErrorOutput' });
		expect(bot!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(human).toEqual([{ json: { error }, pairedItem: { item: 1 } }]);
	});

	test('never goes on to the bot, if errors go to the regular outputs', async () => {
		const [bot, human] = await execute(gate, { items, onError: 'continueRegularOutput' });
		expect(bot).toHaveLength(2);
		expect(human).toEqual([{ json: { ...items[1], error }, pairedItem: { item: 1 } }]);
	});
});

test.each([
	['an unchecked answer is dropped', gate, { operation: 'beforeReply', text: 'Hello' }, 1],
	['an unjudged message calls no human', new HandoverClassifier(), {}, 0],
	['an uncounted attempt calls no human', new FailureCounter(), {}, 0],
	['an action that cannot be recorded has failed', new AddTags(), {}, 1],
])('%s, if errors go to the regular outputs', async (_, node, parameters, output) => {
	const handover = { conversationId: 'nobody-knows-it' };
	const outputs = await execute(node, {
		parameters,
		items: [{ handover }],
		onError: 'continueRegularOutput',
	});
	const lengths = outputs.map((items) => items.length);
	expect(lengths).toEqual(outputs.map((_items, index) => (index === output ? 1 : 0)));
	expect(outputs[output]![0]!.json).toHaveProperty('error.code');
});

describe("an answer that is the contact's own message", () => {
	const DEFAULT = {};
	const hintsOf = async (bot: object, parameters: object, mode: 'manual' | 'trigger') => {
		const hints: NodeExecutionHint[] = [];
		const admitted = await admit('echo', 'Hello');
		const items = [{ ...admitted, ...bot }];
		const run = { items, parameters: { operation: 'beforeReply', ...parameters }, mode, hints };
		const [sent] = await execute(gate, run);
		expect(sent).toHaveLength(1);
		return hints.map(({ message }) => message);
	};

	test.each([
		['the bot has put its answer elsewhere', { answer: 'Hi!' }, DEFAULT, 'manual', 1],
		['nobody looks', { answer: 'Hi!' }, DEFAULT, 'trigger', 0],
		['the answer is where it is looked for', { output: 'Hello' }, DEFAULT, 'manual', 0],
		['it is another text', { text: 'Hi!' }, DEFAULT, 'manual', 0],
		['the builder has said where it is', { answer: 'Hi!' }, { text: 'Hello' }, 'manual', 0],
	] as const)(
		'is hinted at in the editor only: %s',
		async (_when, bot, parameters, mode, hints) => {
			const told = await hintsOf(bot, parameters, mode);
			expect(told).toEqual(Array(hints).fill(expect.stringContaining('into "output"')));
		},
	);
});

describe('a store whose credential was deleted', () => {
	const run = { items: [message('no-credential')], deleted: ['handoverStoreApi'] };
	const told = /"Handover Store API".*Choose one/;

	test('stops the flow with an error that names the credential', async () => {
		await expect(execute(gate, run)).rejects.toMatchObject({
			message: expect.stringMatching(told),
			description: 'SETTINGS_INVALID',
		});
	});

	test('is named on the item, too, and not as a field', async () => {
		const [, human] = await execute(gate, { ...run, onError: 'continueErrorOutput' });
		expect(human![0]!.json['error']).toMatchObject({
			code: 'SETTINGS_INVALID',
			message: expect.stringMatching(told),
		});
	});
});

test('an action that fails takes the Failed output, and says why', async () => {
	const item = await admit('pause-too-long');
	const [done, failed] = await execute(new PauseBot(), {
		items: [item],
		parameters: { pauseFor: 31, pauseUnit: 'days' },
	});
	expect(done).toEqual([]);
	expect(failed![0]!.json).toHaveProperty('handover.action.error.code', 'PAUSE_OUT_OF_RANGE');
});

test('the staff of the node take turns, and need no id', async () => {
	const staff = { member: [{ name: 'Ana', id: '' }, { name: 'Ben' }] };
	const items = [await admit('turn-1'), await admit('turn-2'), await admit('turn-3')];
	const [done] = await execute(new AssignConversation(), { items, parameters: { staff } });
	expect(done!.map(({ json }) => (json.handover as { assignee: string }).assignee)).toEqual([
		'Ana',
		'Ben',
		'Ana',
	]);
});

test('who is switched off is passed over, and Failed says who has it instead', async () => {
	const member = [
		{ name: 'Off', enabled: false, capacity: 0, workingHours: '', timeZone: '', weight: 1 },
		{ name: 'On' },
	];
	const [done, failed] = await execute(new AssignConversation(), {
		items: [await admit('switched-off')],
		parameters: { assignTo: 'staffMember', staffId: 'Off', staff: { member } },
	});
	expect(done).toEqual([]);
	expect(failed![0]!.json.handover).toMatchObject({
		assignee: 'On',
		action: { error: { code: 'STAFF_UNAVAILABLE' } },
		fallback: { tried: [{ staffId: 'Off', reason: 'disabled' }], assignee: 'On' },
	});
});

test('a slip in the hours of one member leaves the conversation with another, and Failed says so', async () => {
	const member = [{ name: 'Slip', workingHours: '9 to 5' }, { name: 'Right' }];
	const [done, failed] = await execute(new AssignConversation(), {
		items: [await admit('slip-1'), await admit('slip-2')],
		parameters: { staff: { member } },
	});
	expect(done).toEqual([]);
	expect(failed!.map(({ json }) => json.handover)).toEqual([
		expect.objectContaining({
			owner: 'human',
			assignee: 'Right',
			action: expect.objectContaining({
				error: {
					code: 'STAFF_INVALID',
					message: expect.stringContaining('Working Hours of member 1'),
				},
			}),
			fallback: expect.objectContaining({ assignee: 'Right' }),
		}),
		expect.objectContaining({ assignee: 'Right' }),
	]);
});

test('where every member of a list is wrong, nobody else on the roster gets the conversation', async () => {
	await execute(new AssignConversation(), {
		items: [await admit('other-team')],
		parameters: { staff: { member: [{ name: 'Other Team' }] } },
	});
	const assign = async (conversationId: string, member: object[]) =>
		await execute(new AssignConversation(), {
			items: [await admit(conversationId)],
			parameters: { staff: { member } },
		});
	const [, failed] = await assign('all-wrong', [{ name: 'Slipped', workingHours: '9 to 5' }]);
	expect(failed![0]!.json.handover).toMatchObject({
		owner: 'waiting',
		assignee: null,
		action: {
			error: {
				code: 'STAFF_NOBODY_AVAILABLE',
				message: expect.stringContaining('Working Hours of member 1'),
			},
		},
	});
	await expect(assign('no-names', [{ email: 'ana@example.com' }])).rejects.toMatchObject({
		description: 'STAFF_INVALID',
	});
});

test('who is away is passed over until they are back, and may accept all the same', async () => {
	const operate = async (operation: string, item: object, more: object = {}) => {
		const parameters = { operation, ...more };
		const [[done]] = (await execute(new Conversation(), {
			items: [item as never],
			parameters,
		})) as [[{ json: { handover: object } }]];
		return done.json.handover;
	};
	const staff = { member: [{ name: 'Away' }] };
	const item = await admit('away');
	await execute(new AssignConversation(), {
		items: [await admit('before')],
		parameters: { staff },
	});
	const set = await operate('setAvailability', item, { staffId: 'Away', available: false });
	expect(set).toMatchObject({
		conversationId: 'away',
		staff: { staffId: 'Away', available: false },
	});
	const [, failed] = await execute(new AssignConversation(), {
		items: [item],
		parameters: { staff },
	});
	expect(failed![0]!.json.handover).toMatchObject({
		owner: 'waiting',
		fallback: { assignee: null, queue: 'unassigned', alerted: ['Away'] },
	});
	const taken = await operate('accept', item, { staffId: 'Away' });
	expect(taken).toMatchObject({ owner: 'human', assignee: 'Away' });
});

test('the roster is saved once per execution, and again where an item lists others', async () => {
	const items = [];
	for (const one of ['roster-1', 'roster-2', 'roster-3', 'roster-4']) items.push(await admit(one));
	const save = jest.spyOn(SqliteStore.prototype, 'saveStaff');
	const member =
		"={{ [{ name: $json.handover.conversationId === 'roster-4' ? 'Dora' : 'Cleo' }] }}";
	const [done] = await execute(new AssignConversation(), {
		items,
		parameters: { staff: { member } },
	});
	const assignees = done!.map(({ json }) => (json.handover as { assignee: string }).assignee);
	expect(assignees).toEqual(['Cleo', 'Cleo', 'Cleo', 'Dora']);
	expect(save.mock.calls.map(([[saved]]) => saved!.name)).toEqual(['Cleo', 'Dora']);
	save.mockRestore();
});

test('an AI Agent may take the place of the item: the handover of the gate before it is found', async () => {
	const { handover } = await admit('agent-1');
	const [send] = await execute(gate, {
		parameters: { operation: 'beforeReply' },
		items: [{ output: 'Hello!' }],
		before: { Gate: handover, 'Did not run': undefined },
	});
	expect(send![0]!.json.handover).toMatchObject({ conversationId: 'agent-1', reply: 'Hello!' });
});

test('as a tool, a node says what it did on its one output', async () => {
	const { handover } = await admit('tool-1');
	const run = { items: [{ handover, chatInput: 'secret' }], isTool: true };
	const outputs = await execute(new PauseBot(), { ...run, parameters: { pauseFor: -1 } });
	expect(outputs).toHaveLength(1);
	expect(Object.keys(outputs[0]![0]!.json)).toEqual(['handover']);
});

test('as a tool, a node believes the gate before the agent, and not the model', async () => {
	const { handover } = await admit('tool-2');
	await admit('tool-victim');
	const victim = { botId: 'default', conversationId: 'tool-victim' };
	const run = {
		items: [{ ...victim, handover: victim }],
		isTool: true,
		before: { Gate: handover },
	};
	const [said] = await execute(new AddTags(), run);
	expect(said![0]!.json.handover).toMatchObject({ conversationId: 'tool-2' });
	const [got] = await execute(new Conversation(), run);
	expect(got![0]!.json.handover).toMatchObject({ conversationId: 'tool-2' });
	const chosen = { conversationId: '={{ $json.conversationId }}' };
	const [other] = await execute(new Conversation(), { ...run, parameters: chosen });
	expect(other![0]!.json.handover).toMatchObject({ conversationId: 'tool-victim' });
});

test('what is erased is unknown afterwards', async () => {
	await admit('erase-1');
	const items = [{ conversationId: 'erase-1' }];
	const conversation = new Conversation();
	const [erased] = await execute(conversation, { items, parameters: { operation: 'erase' } });
	expect(erased![0]!.json.handover).toEqual({
		botId: 'default',
		conversationId: 'erase-1',
		erased: true,
	});
	await expect(execute(conversation, { items })).rejects.toMatchObject({
		description: 'CONVERSATION_UNKNOWN',
	});
});

test('two nodes must not have different lists for one bot, unless one is told to replace', async () => {
	const item = await admit('lists-1');
	const classify = async (id: string, name: string, list: string, replaceSettings = false) => {
		const first = { name: list, enabled: true, triggerCondition: 'So it is.' };
		const parameters = { scenarioSource: 'here', customScenarios: { first }, replaceSettings };
		return await execute(new HandoverClassifier(), { id, name, parameters, items: [item] });
	};
	await expect(classify('1', 'First', 'Refund')).resolves.toHaveLength(5);
	// Renamed, it is the same node.
	await expect(classify('1', 'Another Name', 'Complaint')).resolves.toHaveLength(5);
	await expect(classify('2', 'First', 'Refund')).rejects.toMatchObject({
		description: 'SETTINGS_CONFLICT',
	});
	await expect(classify('2', 'Second', 'Refund', true)).resolves.toHaveLength(5);
});

test('a message leaves by the output of its scenario, whatever becomes of the others', async () => {
	const first = { name: 'Refund', examples: 'I want my money back' };
	const second = { name: 'Legal', examples: 'my lawyer will sue you' };
	const admitted = [
		await admit('outputs-1', first.examples),
		await admit('outputs-2', second.examples),
	];
	const outputsWith = async (customScenarios: object) => {
		const outputs = await execute(new HandoverClassifier(), {
			name: 'Outputs',
			parameters: { scenarioSource: 'here', customScenarios, replaceSettings: true },
			items: admitted,
		});
		return outputs.slice(4).map((items) => items.map(({ pairedItem }) => pairedItem));
	};
	const [refund, legal] = [{ item: 0 }, { item: 1 }];
	expect(await outputsWith({ first, second })).toEqual([[refund], [legal]]);
	expect(await outputsWith({ second })).toEqual([[], [legal]]);
	expect(await outputsWith({ first, third: second })).toEqual([[refund], [], [legal]]);
});
