import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_CLOSING_MESSAGE } from '../../../handover/actions/send-closing-message';
import { OverdueTurns } from '../../../handover/operations/overdue-turns';
import { raiseLeftTurns } from '../../../handover/operations/raise-left-turns';
import addTags from '../../../nodes/node-red/handover-add-tags/handover-add-tags';
import assign from '../../../nodes/node-red/handover-assign-conversation/handover-assign-conversation';
import bot from '../../../nodes/node-red/handover-bot/handover-bot';
import classifier from '../../../nodes/node-red/handover-classifier/handover-classifier';
import conversation from '../../../nodes/node-red/handover-conversation/handover-conversation';
import createTask from '../../../nodes/node-red/handover-create-task/handover-create-task';
import failureCounter from '../../../nodes/node-red/handover-failure-counter/handover-failure-counter';
import gate from '../../../nodes/node-red/handover-gate/handover-gate';
import notifyStaff from '../../../nodes/node-red/handover-notify-staff/handover-notify-staff';
import pauseBot from '../../../nodes/node-red/handover-pause-bot/handover-pause-bot';
import closingMessage from '../../../nodes/node-red/handover-send-closing-message/handover-send-closing-message';
import store from '../../../nodes/node-red/handover-store/handover-store';
import trigger from '../../../nodes/node-red/handover-trigger/handover-trigger';
import type { BotNode } from '../../../nodes/node-red/config-nodes';
import { betweenActionsAt } from '../../integration/flows/between-actions';
import type { NodeRedNode } from '../../integration/flows/node-red-flow';
import { until } from '../../integration/until';
import { deploy } from './node-red-fakes';

const INITS = {
	...{ store, bot, gate, classifier, failureCounter, trigger, conversation },
	...{ assign, createTask, closingMessage, pauseBot, addTags, notifyStaff },
};

interface FlowNode {
	id: string;
	type: string;
	name?: string;
	wires?: string[][];
	links?: string[];
	func?: string;
	[property: string]: unknown;
}

/** Milliseconds; whoever looks less often has not seen all the time in between. */
const LOOK_EVERY = 10_000;
const FLOW = join(__dirname, '../../../flows/node-red/messenger.json');
const asItIs = (JSON.parse(readFileSync(FLOW, 'utf8')) as FlowNode[]).map((node) =>
	// Nobody waits for more of what nobody writes.
	node['burstWindow'] ? { ...node, burstWindow: 0 } : node,
);
/** With a node of the platform between two actions. */
const nodes = betweenActionsAt('')
	.nodeRed(asItIs as NodeRedNode[])
	.map((node) => (node['answerWithin'] ? { ...node, answerWithin: 60 } : node)) as FlowNode[];
const byId = new Map(nodes.map((node) => [node.id, node]));
const named = (name: string) => nodes.find((node) => node.name === name)!;

/** The nodes of the flow for messengers, along its wires, with a bot that fails as the test says. */
describe('the flow for messengers on Node-RED', () => {
	let folder: string;
	let running: ReturnType<typeof deploy>;
	let failures = 0;
	let refusals = 0;
	/** How often the node between two actions has run, and in which of these it fails. */
	let between = 0;
	let fails = 0;
	const sent: unknown[] = [];
	let passed = 0;
	let overdueTurns: OverdueTurns;

	beforeEach(async () => {
		sent.splice(0);
		passed = 0;
		overdueTurns = new OverdueTurns();
		folder = mkdtempSync(join(tmpdir(), 'handover-'));
		const isConfig = ({ type }: FlowNode) => ['handover-store', 'handover-bot'].includes(type);
		const ours = nodes.filter(({ type }) => type.startsWith('handover-'));
		const ordered = [...ours.filter(isConfig), ...ours.filter((node) => !isConfig(node))];
		running = deploy(INITS, ordered, folder);
		await until('the trigger listens', () => comesBack().statuses.length > 0);
	});
	afterEach(async () => {
		await running.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	const comesBack = () => running.node(named('Nobody Has Answered').id);
	const wiresOf = (id: string, output = 0) => byId.get(id)!.wires?.[output] ?? [];

	async function walk(msg: object, ids: string[]): Promise<void> {
		for (const id of ids) await pass(msg, byId.get(id)!);
	}

	async function pass(msg: object, { id, type, name, func, links = [] }: FlowNode): Promise<void> {
		if (type === 'link out') return await walk(msg, links);
		if (name === 'crm') {
			between += 1;
			if (between === fails) return;
		}
		if (name === 'Something to Send?') {
			return await walk(msg, wiresOf(id, replyOf(msg) === null ? 0 : 1));
		}
		if (name === 'Send to the Messenger') {
			refusals -= 1;
			if (refusals >= 0) return;
			sent.push(replyOf(msg));
		}
		if (name === 'What Was Said Before') {
			const [all] = new Function('msg', func!)(msg) as object[][];
			for (const one of all!) await walk(one, wiresOf(id));
			return;
		}
		if (name?.startsWith('Stand-in Bot')) {
			failures -= 1;
			if (failures >= 0) return;
			return await walk(Object.assign(msg, { payload: 'In 2 to 4 working days.' }), wiresOf(id));
		}
		if (!type.startsWith('handover-')) return await walk(msg, wiresOf(id));
		const received = await running.node(id).receive(msg);
		expect(received.dones).toEqual([undefined]);
		const outputs = received.sent[0] as unknown[];
		await walk(
			msg,
			wiresOf(
				id,
				outputs.findIndex((one) => one === msg),
			),
		);
	}

	const ask = async (text = 'how long does shipping take?') =>
		await walk(
			{ payload: { conversationId: 'c', messageId: 'm', text } },
			wiresOf(named('POST /handover/messenger').id),
		);

	/** At most so many milliseconds pass, and what comes back goes its way. Returns how much that was. */
	async function after(milliseconds: number): Promise<number> {
		const botNode = running.node('fabcaa97871555b6') as unknown as BotNode;
		let raised = 0;
		for (let waited = 0; waited < milliseconds && raised === 0; waited += LOOK_EVERY) {
			passed += LOOK_EVERY;
			raised = await botNode.use(async (services) => {
				const clock = { ...services.clock, elapsed: () => services.clock.elapsed() + passed };
				return await raiseLeftTurns({ ...services, clock, overdueTurns }, (error) => {
					throw error;
				});
			});
		}
		const node = comesBack();
		await until('it comes back', () => node.sent.length >= raised);
		const back = node.sent.splice(0) as object[];
		for (const msg of back) await walk(msg, wiresOf(named('Nobody Has Answered').id));
		return back.length;
	}

	test('answers what it has failed on, once, without another message', async () => {
		failures = 1;
		await ask();
		expect(await after(50_000)).toBe(0);
		expect(sent).toEqual([]);
		expect(await after(60_000)).toBe(1);
		expect(sent).toEqual(['In 2 to 4 working days.']);
		expect(await after(600_000)).toBe(0);
	});

	test('sends again what the messenger did not take, without asking the bot again', async () => {
		[failures, refusals] = [0, 2];
		await ask();
		failures = Infinity;
		for (const texts of [[], ['In 2 to 4 working days.']]) {
			expect(await after(600_000)).toBe(1);
			expect(sent).toEqual(texts);
		}
		expect(await after(600_000)).toBe(0);
	});

	test('finishes a handover when a node between two actions has failed, each action once', async () => {
		[failures, refusals, between, fails] = [0, 0, 0, 1];
		await ask('Can I talk to a human?');
		expect(sent).toEqual([]);
		expect(await after(600_000)).toBe(1);
		expect([between, sent]).toEqual([2, [DEFAULT_CLOSING_MESSAGE]]);
		expect(await after(600_000)).toBe(0);
	});

	test('calls a human for what it fails on for good, and tells the contact', async () => {
		failures = Infinity;
		await ask();
		for (let time = 0; time < 4; time++) expect(await after(600_000)).toBe(1);
		expect(sent).toEqual([DEFAULT_CLOSING_MESSAGE]);
		expect(await after(600_000)).toBe(0);
	});
});

function replyOf(msg: object): unknown {
	return (msg as { handover: { reply: unknown } }).handover.reply;
}
