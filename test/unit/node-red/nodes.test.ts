import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NodeMessageInFlow } from 'node-red';
import type { EventView } from '../../../handover/operations/follow-events';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { openSqliteStore } from '../../../handover/stores/sqlite/open-sqlite-store';
import addTags from '../../../nodes/node-red/handover-add-tags/handover-add-tags';
import assign from '../../../nodes/node-red/handover-assign-conversation/handover-assign-conversation';
import bot from '../../../nodes/node-red/handover-bot/handover-bot';
import classifier from '../../../nodes/node-red/handover-classifier/handover-classifier';
import createTask from '../../../nodes/node-red/handover-create-task/handover-create-task';
import conversation from '../../../nodes/node-red/handover-conversation/handover-conversation';
import gate from '../../../nodes/node-red/handover-gate/handover-gate';
import pauseBot from '../../../nodes/node-red/handover-pause-bot/handover-pause-bot';
import store from '../../../nodes/node-red/handover-store/handover-store';
import trigger from '../../../nodes/node-red/handover-trigger/handover-trigger';
import type { BotNode } from '../../../nodes/node-red/config-nodes';
import { openTestServices } from '../../builders/services';
import { until } from '../../integration/until';
import { nodeOf, registerEditors } from './editor-definitions';
import { deploy, type FakeNode } from './node-red-fakes';

const INITS = {
	store,
	bot,
	gate,
	classifier,
	assign,
	createTask,
	addTags,
	pauseBot,
	conversation,
	trigger,
};
const definitions = registerEditors();

/** A node's own defaults, and what the test sets. */
function def(id: string, type: string, given: object = {}) {
	const { _, ...values } = nodeOf(type, definitions[type]!);
	return { ...values, bot: 'bot', store: 'store', ...given, id, type };
}

let folder: string;
let running: ReturnType<typeof deploy>;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'handover-'))));
afterEach(async () => {
	await running.stop();
	rmSync(folder, { recursive: true, force: true });
});

const ANA = { id: '', name: 'Ana', notifyConversationAssigned: true, notifyTaskAssigned: true };

function start(given: { bot?: object; nodes?: Array<ReturnType<typeof def>> } = {}) {
	running = deploy(
		INITS,
		[
			def('store', 'handover-store', { path: 'handover.sqlite' }),
			def('bot', 'handover-bot', { staff: [ANA], ...given.bot }),
			def('gate', 'handover-gate'),
			...(given.nodes ?? []),
		],
		folder,
	);
	return running;
}

interface Left {
	msg: NodeMessageInFlow & { handover: Record<string, unknown> };
	/** The output it left by, or -1. */
	output: number;
	error: (Error & { code?: string }) | undefined;
}

async function pass(msg: object, ...ids: string[]): Promise<Left> {
	let left: Left = { msg: msg as Left['msg'], output: -1, error: undefined };
	for (const id of ids) {
		const { sent, dones } = await running.node(id).receive(msg);
		const outputs = (sent[0] ?? []) as unknown[];
		left = { ...left, output: outputs.findIndex((one) => one === msg), error: dones[0] };
	}
	return left;
}

const hello = (given: object = {}) => ({
	_msgid: 'm',
	payload: { conversationId: 'c1', text: 'hello', messageId: '1', ...given },
});
const lastStatus = (node: FakeNode) => node.statuses.at(-1);

test('a message goes to the bot once', async () => {
	start();
	await expect(pass(hello(), 'gate')).resolves.toMatchObject({
		output: 0,
		msg: { handover: { owner: 'bot', botId: 'default', text: 'hello' } },
	});
	await expect(pass(hello(), 'gate')).resolves.toMatchObject({ output: 2 });
	expect(lastStatus(running.node('gate'))).toMatchObject({
		text: 'handover-gate.status.duplicate',
	});
});

test('a message that a redeploy keeps from its turn is taken up by another process', async () => {
	const gate = start().node('gate');
	const payload = { conversationId: 'c', text: 'Where is my parcel?' };
	await gate.receive({ payload: { ...payload, messageId: 'm1' } });
	const waiting = gate.receive({ payload: { ...payload, messageId: 'm2' } });
	await running.stop();
	expect((await waiting).dones).toMatchObject([{ code: 'STORE_CLOSED' }]);
	const other = await openTestServices({
		store: await openSqliteStore({ path: join(folder, 'handover.sqlite') }),
		runner: { id: 'there/1/b', isAlive: () => true },
	});
	const again = await receiveMessage(other, { ...payload, botId: 'default', messageId: 'm2' });
	expect(again.output).toBe('bot');
	await other.close();
});

test('a trigger tells of the chosen bot only, where one is chosen', async () => {
	const events = ['action.done'];
	start({
		nodes: [
			def('tags', 'handover-add-tags'),
			def('mine', 'handover-trigger', { events }),
			def('all', 'handover-trigger', { events, bot: '' }),
		],
	});
	const bots = (id: string) =>
		(running.node(id).sent as Array<{ payload: EventView }>).map(({ payload }) => payload.botId);
	const isListening = (id: string) => running.node(id).statuses.length > 0;
	await until('both listen', () => isListening('mine') && isListening('all'));
	for (const botId of ['other', 'default']) await pass(hello({ botId }), 'gate', 'tags');
	await until('the events', () => bots('all').length === 2 && bots('mine').length > 0);
	expect([bots('all'), bots('mine')]).toEqual([['other', 'default'], ['default']]);
});

test('a staff member without an id goes by the name, and is assigned', async () => {
	start({ nodes: [def('assign', 'handover-assign-conversation')] });
	const left = await pass(hello(), 'gate', 'assign');
	expect(left).toMatchObject({ output: 0, msg: { handover: { owner: 'human', assignee: 'Ana' } } });
});

test('a node that was saved before there were a rule and a time to accept has the defaults', async () => {
	const old = { rule: undefined, acceptWithin: undefined, acceptWithinType: undefined };
	const fields = { ...old, acceptUnit: undefined };
	start({ nodes: [def('assign', 'handover-assign-conversation', fields)] });
	const left = await pass(hello(), 'gate', 'assign');
	expect(left).toMatchObject({ output: 0, msg: { handover: { assignee: 'Ana' } } });
});

test('who is switched off in the bot is passed over, and Failed says who has it instead', async () => {
	const bot = {
		staff: [
			{ ...ANA, enabled: false },
			{ name: 'Ben', capacity: 1 },
		],
	};
	const fields = { assignTo: 'staffMember', staffId: 'Ana', staffIdType: 'staff' };
	start({ bot, nodes: [def('assign', 'handover-assign-conversation', fields)] });
	const left = await pass(hello(), 'gate', 'assign');
	expect(left).toMatchObject({
		output: 1,
		msg: {
			handover: {
				assignee: 'Ben',
				action: { error: { code: 'STAFF_UNAVAILABLE' } },
				fallback: { tried: [{ staffId: 'Ana', reason: 'disabled' }], assignee: 'Ben' },
			},
		},
	});
});

test("an action that comes before Assign Conversation knows the bot's own people", async () => {
	start({ nodes: [def('pause', 'handover-pause-bot')] });
	await pass(hello(), 'gate', 'pause');
	const file = await (running.node('bot') as unknown as BotNode).use(
		async ({ store }) => await store.read({ botId: 'default', conversationId: 'c1' }),
	);
	expect(file?.handover?.staffing.among).toEqual(['Ana']);
});

test('an action that fails leaves by Failed, red, with a warning that quotes nobody', async () => {
	start({ nodes: [def('pause', 'handover-pause-bot', { pauseFor: '31', pauseUnit: 'days' })] });
	const left = await pass(hello({ text: 'my secret' }), 'gate', 'pause');
	const node = running.node('pause');
	expect(left).toMatchObject({ output: 1, error: undefined });
	expect(left.msg.handover).toMatchObject({ action: { error: { code: 'PAUSE_OUT_OF_RANGE' } } });
	expect(lastStatus(node)).toMatchObject({ fill: 'red', text: 'handover-pause-bot.status.failed' });
	expect(node.warnings).toEqual([expect.stringMatching(/^PAUSE_OUT_OF_RANGE: (?!.*secret)/)]);
});

test('tags come from the message as a list, too', async () => {
	start({ nodes: [def('tags', 'handover-add-tags', { tags: 'payload.tags', tagsType: 'msg' })] });
	const left = await pass(hello({ tags: ['vip', ' vip ', 'b'] }), 'gate', 'tags');
	expect(left.msg.handover).toMatchObject({ tags: ['vip', 'b'] });
});

describe('custom scenarios', () => {
	const refund = {
		name: 'refund',
		handoverType: 'custom',
		enabled: true,
		examples: ['I want a refund'],
	};
	const asked = hello({ text: 'I want a refund' });

	test('leave by the outputs that follow the four', async () => {
		const nodes = [def('judge', 'handover-classifier', { customScenarios: ['other', 'refund'] })];
		start({ bot: { scenarios: [refund] }, nodes });
		await expect(pass({ ...asked }, 'gate', 'judge')).resolves.toMatchObject({ output: 5 });
	});

	test('leave as a contact request where the node has no output for them yet', async () => {
		start({ bot: { scenarios: [refund] }, nodes: [def('judge', 'handover-classifier')] });
		const left = await pass({ ...asked }, 'gate', 'judge');
		expect(left).toMatchObject({ output: 1, msg: { handover: { scenario: 'refund' } } });
	});

	const CONTACT_REQUEST = [[], ['assign']];
	const REFUND = [[], [], [], [], ['tags']];
	function judge(wires: string[][]) {
		const fields = { customScenarios: ['refund'], wires };
		start({ bot: { scenarios: [refund] }, nodes: [def('judge', 'handover-classifier', fields)] });
		return running.node('judge');
	}

	test('leave by their own output where it is wired, also where Contact Request is not', async () => {
		const node = judge(REFUND);
		await expect(pass({ ...asked }, 'gate', 'judge')).resolves.toMatchObject({ output: 4 });
		expect(lastStatus(node)).toEqual({ fill: 'blue', shape: 'dot', text: 'refund' });
		expect(node.warnings).toEqual([]);
	});

	test('leave as a contact request where their output has no wire, which is warned of once', async () => {
		const node = judge(CONTACT_REQUEST);
		for (const messageId of ['1', '2']) {
			const left = await pass(hello({ text: 'I want a refund', messageId }), 'gate', 'judge');
			expect(left).toMatchObject({ output: 1, msg: { handover: { scenario: 'refund' } } });
			const text = '“refund” has no wire: contact request';
			expect(lastStatus(node)).toEqual({ fill: 'yellow', shape: 'dot', text });
		}
		expect(node.warnings).toEqual([expect.stringContaining('“refund” has no wire')]);
	});

	test('leave by their own output again once it is wired, without a restart of the node', async () => {
		const node = judge(CONTACT_REQUEST);
		Object.assign(node, { wires: [[], ['assign'], [], [], ['tags']] });
		await expect(pass({ ...asked }, 'gate', 'judge')).resolves.toMatchObject({ output: 4 });
	});

	test('stay at their own output where Contact Request has no wire either', async () => {
		const node = judge([[], [], ['assign'], [], []]);
		await expect(pass({ ...asked }, 'gate', 'judge')).resolves.toMatchObject({ output: 4 });
		expect(node.warnings).toEqual([]);
	});

	test('are the only ones that look for a wire', async () => {
		judge(CONTACT_REQUEST);
		await expect(pass(hello(), 'gate', 'judge')).resolves.toMatchObject({ output: 0 });
	});
});

describe('a bot that cannot start', () => {
	test('shows why on itself and on its nodes, and as the error of each message', async () => {
		writeFileSync(join(folder, 'handover.sqlite'), 'this is a text, and no database at all');
		start();
		const { error, msg } = await pass(hello(), 'gate');
		expect(error).toMatchObject({ code: 'STORE_NOT_A_DATABASE' });
		expect(msg.handover).toMatchObject({ error: { code: 'STORE_NOT_A_DATABASE', status: 503 } });
		for (const id of ['bot', 'gate']) {
			expect(lastStatus(running.node(id))).toMatchObject({ text: 'STORE_NOT_A_DATABASE' });
		}
		expect(running.node('bot').errors).toHaveLength(1);
	});

	test('works again with the first message after the fault is mended', async () => {
		const file = join(folder, 'handover.sqlite');
		writeFileSync(file, 'this is a text, and no database at all');
		start({ nodes: [def('other', 'handover-pause-bot')] });
		await pass(hello(), 'gate');
		expect(lastStatus(running.node('other'))).toMatchObject({ text: 'STORE_NOT_A_DATABASE' });
		rmSync(file);
		await expect(pass(hello(), 'gate')).resolves.toMatchObject({ output: 0, error: undefined });
		for (const id of ['bot', 'other']) expect(lastStatus(running.node(id))).toEqual({});
	});

	test('does not overwrite what another flow has saved, unless it is told to', async () => {
		const off = [{ name: 'lackOfInformation', handoverType: 'lackOfInformation', enabled: false }];
		const another = def('bot-2', 'handover-bot', { scenarios: off, staff: [ANA] });
		start({ nodes: [another, def('gate-2', 'handover-gate', { bot: 'bot-2' })] });
		await pass(hello(), 'gate');
		const { error } = await pass(hello(), 'gate-2');
		expect(error).toMatchObject({ code: 'SETTINGS_CONFLICT' });
		await running.stop();
		const insisting = { ...another, replaceSettings: true };
		start({ nodes: [insisting, def('gate-2', 'handover-gate', { bot: 'bot-2' })] });
		await expect(pass(hello(), 'gate-2')).resolves.toMatchObject({ error: undefined });
	});

	test.each([
		['no bot', [def('lonely', 'handover-gate', { bot: '' })], 'lonely'],
		[
			'a bot without a store',
			[
				def('homeless', 'handover-bot', { store: '' }),
				def('one', 'handover-gate', { bot: 'homeless' }),
			],
			'one',
		],
	])('%s is told to the builder', async (_title, nodes, id) => {
		start({ nodes });
		const { error } = await pass(hello(), id);
		expect(error).toMatchObject({ code: 'SETTINGS_INVALID' });
	});
});

describe('the Conversation node', () => {
	const operations = ['get', 'recordHumanReply', 'handBack', 'close', 'export', 'erase'];
	const nodes = () =>
		operations.map((operation) => def(operation, 'handover-conversation', { operation }));

	test('does what its operation says', async () => {
		start({ nodes: nodes() });
		await pass(hello(), 'gate');
		const reply = hello({ text: 'This is Ana.', staffId: 'Ana', messageId: 'r1' });
		const handoverAfter = async (id: string, msg: object = hello()) =>
			(await pass(msg, id)).msg.handover;
		await expect(handoverAfter('recordHumanReply', reply)).resolves.toMatchObject({
			owner: 'human',
		});
		await expect(handoverAfter('get')).resolves.toMatchObject({
			view: { conversation: { owner: 'human', assignee: 'Ana' }, transcript: [{}, {}] },
		});
		await expect(handoverAfter('handBack')).resolves.toMatchObject({ owner: 'bot' });
		await expect(handoverAfter('close')).resolves.toMatchObject({ owner: 'closed' });
		await expect(handoverAfter('export')).resolves.toMatchObject({ export: { handovers: [] } });
		await expect(handoverAfter('erase')).resolves.toEqual({
			botId: 'default',
			conversationId: 'c1',
			erased: true,
		});
		const { error } = await pass(hello(), 'get');
		expect(error).toMatchObject({ code: 'CONVERSATION_UNKNOWN' });
	});

	test('completes the tasks that are open, or the one that is named', async () => {
		const operation = 'completeTasks';
		const all = { operation, which: 'allOpen', whichType: 'which' };
		const named = { taskId: 'payload.taskId', taskIdType: 'msg' };
		const asked = { operation, which: 'payload.which', whichType: 'msg', ...named };
		start({
			nodes: [
				def('task', 'handover-create-task'),
				def('all', 'handover-conversation', all),
				def('complete', 'handover-conversation', asked),
			],
		});
		const { msg } = await pass(hello(), 'gate', 'task');
		const { taskId } = (msg.handover['action'] as { result: { taskId: string } }).result;
		for (const request of [{ which: 'one', taskId: 'other' }, { which: 'one' }]) {
			const { error } = await pass(hello(request), 'complete');
			expect(error).toMatchObject({ code: 'TASK_UNKNOWN' });
		}
		expect((await pass(hello(), 'complete')).error).toMatchObject({ code: 'SETTINGS_INVALID' });
		for (const completed of [[taskId], []]) {
			const left = await pass(hello({ which: 'one', taskId, staffId: 'Ana' }), 'complete');
			expect(left).toMatchObject({ output: 0, msg: { handover: { completed } } });
		}
		expect((await pass(hello(), 'all')).msg.handover).toMatchObject({ completed: [] });
		expect(lastStatus(running.node('complete'))).toMatchObject({
			text: 'handover-conversation.status.completeTasks',
		});
	});

	test('accepts for a staff member, and sets who is there', async () => {
		const one = (operation: string, more: object = {}) =>
			def(operation, 'handover-conversation', { operation, ...more });
		const available = { available: 'payload.available', availableType: 'msg' };
		start({
			nodes: [
				def('assign', 'handover-assign-conversation'),
				one('accept'),
				one('setAvailability', available),
			],
		});
		const away = { _msgid: 'm', payload: { staffId: 'Ana', available: false } };
		await expect(pass(away, 'setAvailability')).resolves.toMatchObject({
			output: 0,
			msg: { handover: { staff: { staffId: 'Ana', available: false } } },
		});
		await expect(pass(hello(), 'gate', 'assign')).resolves.toMatchObject({
			output: 1,
			msg: { handover: { fallback: { assignee: null, queue: 'unassigned' } } },
		});
		const taken = await pass(hello({ staffId: 'Ana' }), 'accept');
		expect(taken.msg.handover).toMatchObject({ owner: 'human', assignee: 'Ana' });
		const { error } = await pass({ _msgid: 'm', payload: { staffId: 'Ana' } }, 'setAvailability');
		expect(error).toMatchObject({ code: 'SETTINGS_INVALID' });
	});
});
