import type {
	IConnections,
	INode,
	INodeExecutionData,
	INodeType,
	IRun,
	ITriggerFunctions,
} from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_CLOSING_MESSAGE } from '../../../handover/actions/send-closing-message';
import { EventBell } from '../../../handover/operations/event-bell';
import { raiseLeftTurns } from '../../../handover/operations/raise-left-turns';
import { deliverNewEvents } from '../../../nodes/n8n/HandoverTrigger/deliver-events';
import { openServices } from '../../../nodes/n8n/open-services';
import { BETWEEN, betweenActionsAt } from '../../integration/flows/between-actions';
import type { N8nFlow } from '../../integration/flows/n8n-flow';
import { runInEngine } from './n8n-engine';
import { useFolderOfItsOwn } from './n8n-fakes';

useFolderOfItsOwn();

/** Milliseconds; whoever looks less often has not seen all the time in between. */
const LOOK_EVERY = 10_000;

const PACKAGE = '@human-handover/n8n-nodes-human-handover.';
const BOT = 'Stand-in Bot (replace by an AI Agent)';
const ROOT = join(__dirname, '../../..');
interface Flow {
	nodes: INode[];
	connections: IConnections;
}
const MESSENGER = JSON.parse(readFileSync(join(ROOT, 'flows/n8n/messenger.json'), 'utf8')) as Flow;
let flow = MESSENGER;

/** The flow for messengers in n8n's own engine, with a bot that fails as long as the test says. */
describe('the flow for messengers on n8n', () => {
	let failures = 0;
	let refusals = 0;
	const sent: unknown[] = [];
	/** How often the node between two actions has run. */
	let between = 0;
	beforeEach(() => {
		sent.splice(0);
		flow = MESSENGER;
	});

	function stockNode(name: string): INodeType {
		return {
			description: {
				displayName: name,
				name,
				group: ['transform'],
				version: [1, 1.1, 2, 2.1, 2.2, 4.2],
				description: name,
				defaults: { name },
				inputs: ['main'],
				outputs: ['main'],
				properties: [],
			},
			execute() {
				const items = this.getInputData();
				if (this.getNode().name === 'What Was Said Before') {
					return Promise.resolve([whatWasSaid(items)]);
				}
				if (this.getNode().name === BETWEEN) {
					between += 1;
					if (between === 1) throw new Error('The CRM is away');
					return Promise.resolve([items.map((_one, item) => ({ json: {}, pairedItem: { item } }))]);
				}
				if (this.getNode().name === BOT) return Promise.resolve([items.map(answer)]);
				if (this.getNode().name === 'Something to Send?') {
					const says = items.filter((item) => replyOf(item) !== null);
					return Promise.resolve([says, items.filter((item) => !says.includes(item))]);
				}
				if (this.getNode().name === 'Send to the Messenger') {
					const goesOn = this.getNode().onError === 'continueRegularOutput';
					return Promise.resolve([refusals > 0 && goesOn ? items.map(failed) : send(items)]);
				}
				return Promise.resolve([items]);
			},
		};
	}
	/** What comes out is the messenger's word, and nothing of the turn. */
	function send(items: INodeExecutionData[]): INodeExecutionData[] {
		refusals -= 1;
		if (refusals >= 0) throw new Error('The messenger is away');
		sent.push(...items.map(replyOf));
		return items.map((_item, item) => ({ json: { ok: true }, pairedItem: { item } }));
	}
	/** As the HTTP Request node does where it goes on. */
	function failed(_item: INodeExecutionData, item: number): INodeExecutionData {
		return { json: { error: 'The messenger is away' }, pairedItem: { item } };
	}
	function answer({ json }: INodeExecutionData): INodeExecutionData {
		failures -= 1;
		if (failures >= 0) throw new Error('The bot is away');
		return { json: { ...json, output: 'It takes 2 to 4 working days.' }, pairedItem: 0 };
	}

	async function run(from: string, item: INodeExecutionData): Promise<IRun> {
		const nodes = flow.nodes
			.filter(({ type }) => !type.endsWith('stickyNote'))
			.map(({ retryOnFail: _retry, ...node }) => node)
			.map(({ onError, ...node }) => (node.name === BOT || !onError ? node : { ...node, onError }));
		return await runInEngine({ nodes, connections: flow.connections }, typeOf, from, [item]);
	}

	function typeOf(type: string): INodeType {
		if (!type.startsWith(PACKAGE) || type.endsWith('Trigger')) return stockNode(type);
		const name = type.slice(PACKAGE.length);
		const folder = name[0]!.toUpperCase() + name.slice(1);
		const file = join(ROOT, `nodes/n8n/${folder}/${folder}.node`);
		const classes = require(file) as Record<string, new () => INodeType>;
		return new classes[folder]!();
	}

	/** What comes out of the trigger, at the latest when so many milliseconds more have passed. */
	function trigger() {
		const { parameters } = flow.nodes.find(({ name }) => name === 'Nobody Has Answered')!;
		const items: INodeExecutionData[] = [];
		const context = {
			getNode: () => ({ id: 'trigger', name: 'Trigger' }),
			getWorkflow: () => ({ id: 'flow' }),
			getNodeParameter: (name: string) => parameters[name],
			helpers: { createDeferredPromise: () => Promise.withResolvers() },
			emit: ([emitted]: INodeExecutionData[][]) => void items.push(...emitted!),
		} as unknown as ITriggerFunctions;
		const { round } = deliverNewEvents(context, new EventBell(() => undefined));
		let passed = 0;
		return {
			start: round,
			async after(milliseconds: number): Promise<INodeExecutionData[]> {
				const services = await openServices(context);
				const { clock } = services;
				const later = { ...clock, elapsed: () => clock.elapsed() + passed };
				let raised = 0;
				for (let waited = 0; waited < milliseconds && raised === 0; waited += LOOK_EVERY) {
					passed += LOOK_EVERY;
					raised = await raiseLeftTurns({ ...services, clock: later }, (error) => {
						throw error;
					});
				}
				await round();
				return items.splice(0);
			},
		};
	}

	const ask = async (conversationId: string, text = 'how long does shipping take?') =>
		await run('Contact Writes', { json: { body: { conversationId, messageId: 'm-1', text } } });

	test('answers what it has failed on, once, without another message', async () => {
		const { start, after } = trigger();
		await start();
		failures = 1;
		const first = await ask('once');
		expect(first.data.resultData.error?.message).toBe('The bot is away');
		expect(await after(50_000)).toEqual([]);
		const [item, ...others] = await after(60_000);
		expect(others).toEqual([]);
		const second = await run('Nobody Has Answered', item!);
		expect(second.data.resultData.error).toBeUndefined();
		expect(sent).toEqual(['It takes 2 to 4 working days.']);
		expect(await after(600_000)).toEqual([]);
	});

	test('sends again what the messenger did not take, without asking the bot again', async () => {
		const { start, after } = trigger();
		await start();
		[failures, refusals] = [0, 2];
		expect((await ask('refused')).data.resultData.error?.message).toBe('The messenger is away');
		failures = Infinity;
		for (const error of ['The messenger is away', undefined]) {
			const [item] = await after(600_000);
			const again = await run('Nobody Has Answered', item!);
			expect(again.data.resultData.error?.message).toBe(error);
		}
		expect(sent).toEqual(['It takes 2 to 4 working days.']);
		expect(await after(600_000)).toEqual([]);
	});

	test.each([
		['is deleted that says it again', withoutRepeats],
		['goes on that the messenger has failed', goingOnWhereItFails],
	])('confirms nothing that was not sent where the node %s', async (_what, change) => {
		flow = change(MESSENGER);
		const { start, after } = trigger();
		await start();
		[failures, refusals] = [0, Infinity];
		await ask(change.name);
		const [item] = await after(600_000);
		const again = await run('Nobody Has Answered', item!);
		expect(sent).toEqual([]);
		const confirmed = lastItemsOf(again, 'Confirm Turn').map(({ json }) => json['handover']);
		expect(confirmed).toMatchObject([{ confirmed: false, conversationId: change.name }]);
		[flow, refusals] = [MESSENGER, 0];
		const [next] = await after(600_000);
		await run('Nobody Has Answered', next!);
		expect(sent).toEqual(['It takes 2 to 4 working days.']);
		expect(await after(600_000)).toEqual([]);
	});

	test('finishes a handover when a node between two actions has failed, each action once', async () => {
		flow = betweenActionsAt('').n8n(MESSENGER as unknown as N8nFlow) as unknown as Flow;
		const { start, after } = trigger();
		await start();
		[failures, refusals] = [0, 0];
		const first = await ask('between', 'Can I talk to a human?');
		expect(first.data.resultData.error?.message).toBe('The CRM is away');
		expect(sent).toEqual([]);
		const [item] = await after(600_000);
		const second = await run('Nobody Has Answered', item!);
		expect(second.data.resultData.error).toBeUndefined();
		expect([between, sent]).toEqual([2, [DEFAULT_CLOSING_MESSAGE]]);
		const confirmed = lastItemsOf(second, 'Confirm Turn').map(({ json }) => json['handover']);
		expect(confirmed).toMatchObject([{ confirmed: true, conversationId: 'between' }]);
		expect(await after(600_000)).toEqual([]);
	});

	test('calls a human for what it fails on for good, and tells the contact', async () => {
		const { start, after } = trigger();
		await start();
		failures = Infinity;
		await ask('for-good');
		for (let time = 0; time < 4; time++) {
			const [item] = await after(600_000);
			await run('Nobody Has Answered', item!);
		}
		expect(sent).toEqual([DEFAULT_CLOSING_MESSAGE]);
		expect(await after(600_000)).toEqual([]);
	});
});

/** As n8n's editor does when a node between two others is deleted. */
function withoutRepeats({ nodes, connections }: Flow): Flow {
	const past = JSON.stringify(connections).replaceAll(
		'"node":"What Was Said Before"',
		'"node":"Something to Send?"',
	);
	return {
		nodes: nodes.filter(({ name }) => name !== 'What Was Said Before'),
		connections: JSON.parse(past) as IConnections,
	};
}

function goingOnWhereItFails({ nodes, connections }: Flow): Flow {
	const onError = 'continueRegularOutput' as const;
	return {
		nodes: nodes.map((node) =>
			node.name === 'Send to the Messenger' ? { ...node, onError } : node,
		),
		connections,
	};
}

function lastItemsOf({ data }: IRun, node: string): INodeExecutionData[] {
	return data.resultData.runData[node]?.at(-1)?.data?.['main']?.[0] ?? [];
}

function whatWasSaid(items: INodeExecutionData[]): INodeExecutionData[] {
	const { parameters } = flow.nodes.find(({ name }) => name === 'What Was Said Before')!;
	const run = new Function('$input', String(parameters['jsCode']));
	return run({ all: () => items }) as INodeExecutionData[];
}

function replyOf({ json }: INodeExecutionData): unknown {
	return (json['handover'] as { reply: unknown }).reply;
}
