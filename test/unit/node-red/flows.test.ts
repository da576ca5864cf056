import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACTION_KINDS } from '../../../handover/conversation/handover';
import { registerEditors, TYPES } from './editor-definitions';

interface FlowNode {
	id: string;
	type: string;
	name?: string;
	z?: string;
	g?: string;
	wires?: string[][];
	links?: string[];
	nodes?: string[];
	func?: string;
	[property: string]: unknown;
}

const ROOT = join(__dirname, '../../..');
const FLOWS = join(ROOT, 'flows/node-red');
const read = (file: string) => JSON.parse(readFileSync(join(FLOWS, file), 'utf8')) as FlowNode[];
const files = readdirSync(FLOWS);
const definitions = registerEditors();

/** A link out's; a link in lists where its messages come from. */
const linksOut = ({ type, links = [] }: FlowNode) => (type === 'link out' ? links : []);
const isResponse = (node?: FlowNode) => node?.type === 'http response';

describe.each(files)('the flow %s', (file) => {
	const nodes = read(file);
	const byId = new Map(nodes.map((node) => [node.id, node]));

	test('has every node once, and every wire and link ends at one', () => {
		expect(byId.size).toBe(nodes.length);
		const ends = nodes.flatMap(({ wires = [], links = [], nodes: members = [] }) => [
			...wires.flat(),
			...links,
			...members,
		]);
		expect(ends.filter((id) => !byId.has(id))).toEqual([]);
	});

	test('is grouped under names, with a note in every group', () => {
		const groups = nodes.filter(({ type }) => type === 'group');
		const loose = nodes.filter(({ z, g, type }) => z && !g && type !== 'group');
		expect(loose).toEqual([]);
		for (const { name, nodes: members = [] } of groups) {
			expect(name).toBeTruthy();
			expect(members.some((id) => byId.get(id)?.type === 'comment')).toBe(true);
		}
	});

	test('gives our nodes exactly the properties they have, and leaves no output open', () => {
		for (const node of nodes.filter(({ type }) => TYPES.includes(type))) {
			const { id: _id, type, x: _x, y: _y, z: _z, g: _g, wires, ...properties } = node;
			const known = Object.keys(definitions[type]!.defaults).sort();
			expect(Object.keys({ outputs: 0, ...properties }).sort()).toEqual(
				[...new Set([...known, 'outputs'])].sort(),
			);
			expect(wires?.filter((wire) => wire.length === 0) ?? []).toEqual([]);
		}
	});

	test('answers a request with an error of a request, and with nothing else', () => {
		// Behind an output that answers, the request is over.
		const goingOn = (targets: string[]) => {
			const responses = targets.filter((id) => isResponse(byId.get(id)));
			return responses.length ? responses : targets;
		};
		const after = (node: FlowNode) => [...(node.wires ?? []).flatMap(goingOn), ...linksOut(node)];
		const requests = reachable(nodes.filter(({ type }) => type === 'http in'));
		const answering = nodes
			.filter((node) => node.type === 'catch')
			.filter((node) => [...reachable([node])].some((id) => isResponse(byId.get(id))));
		const caught = new Set(answering.flatMap(caughtBy));
		// What has no input has no message, and no Catch hears its errors.
		const takesMessages = (type: string) => TYPES.includes(type) && definitions[type]!.inputs !== 0;
		const ours = nodes.filter(({ type, wires }) => takesMessages(type) && wires);
		for (const { id, type } of answering.length ? ours : []) {
			expect([type, id, caught.has(id)]).toEqual([type, id, requests.has(id)]);
		}

		function reachable(from: FlowNode[]): Set<string> {
			const found = new Set<string>();
			const next = from.flatMap(after);
			for (let id = next.pop(); id !== undefined; id = next.pop()) {
				if (found.has(id)) continue;
				found.add(id);
				next.push(...after(byId.get(id)!));
			}
			return found;
		}

		function caughtBy({ scope, z, g }: FlowNode): string[] {
			const inScope = (node: FlowNode) => {
				if (Array.isArray(scope)) return scope.includes(node.id);
				return scope === 'group' ? node.g === g : node.z === z;
			};
			return nodes.filter(inScope).map(({ id }) => id);
		}
	});
});

test.each(['reference.json', 'messenger.json'])('%s hears when nobody has it', (file) => {
	const nodes = read(file);
	const trigger = nodes.find(({ type }) => type === 'handover-trigger');
	expect(trigger?.['events']).toEqual(
		expect.arrayContaining(['handover.unowned', 'delivery.dead']),
	);
	expect(trigger?.wires?.flat()).toHaveLength(1);
});

test('every node is shown in one of the flows', () => {
	const shown = new Set(files.flatMap(read).map(({ type }) => type));
	expect(TYPES.filter((type) => !shown.has(type))).toEqual([]);
});

test('the flows agree on the config nodes that they share, so that importing all makes one bot', () => {
	const known = new Map<string, FlowNode>();
	for (const node of files.flatMap(read)) {
		if (definitions[node.type]?.category !== 'config') continue;
		expect(node).toEqual(known.get(node.id) ?? node);
		known.set(node.id, node);
	}
	expect([...known.values()].map(({ type }) => type).sort()).toEqual([
		'handover-bot',
		'handover-model',
		'handover-store',
	]);
});

describe('the reference flow', () => {
	const nodes = read('reference.json');

	test('answers with the stand-in bot of both platforms', () => {
		const bots = nodes.filter(({ name }) => name === 'Stand-in Bot (replace by your own)');
		const source = readFileSync(join(ROOT, 'flows/stand-in-bot.js'), 'utf8').trim();
		expect(bots).toHaveLength(1);
		expect(bots[0]!.func?.startsWith(source)).toBe(true);
	});

	test('does all six actions, and goes on after one that failed', () => {
		const types = ACTION_KINDS.map(
			(kind) => `handover-${kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
		);
		for (const type of types) {
			const action = nodes.find((node) => node.type === type);
			expect(action?.wires?.[0]).toEqual(action?.wires?.[1]);
		}
	});

	test('has the demo staff, told of everything', () => {
		const bot = nodes.find(({ type }) => type === 'handover-bot');
		expect(bot?.['staff']).toEqual(
			['Ana', 'Ben', 'Chloe'].map((name) => ({
				id: name,
				name,
				email: '',
				notifyConversationAssigned: true,
				notifyTaskAssigned: true,
			})),
		);
	});
});
