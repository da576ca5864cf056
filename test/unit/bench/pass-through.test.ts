import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { passThroughN8n, passThroughNodeRed } from '../../../bench/flow/pass-through';
import type { NodeRedNode } from '../../../bench/flow/second-flow';
import type { WorkflowFile } from '../../../start/n8n-rest';
import type { N8nFlow } from '../../integration/flows/n8n-flow';

const readReference = <Flow>(platform: string): Flow =>
	JSON.parse(readFileSync(join(__dirname, '../../../flows', platform, 'reference.json'), 'utf8'));

describe('the pass-through flow of Node-RED', () => {
	const reference = readReference<NodeRedNode[]>('node-red');
	const flow = passThroughNodeRed(reference);
	const idsOf = (nodes: NodeRedNode[]) => nodes.map(({ id }) => id);

	test('has no node of ours, and each other node once', () => {
		const ours = reference.filter(({ type }) => type.startsWith('handover-'));
		expect(ours.length).toBeGreaterThan(0);
		expect(flow.filter(({ type }) => type.startsWith('handover-'))).toEqual([]);
		const configurations = ours.filter(({ wires }) => !wires);
		expect(flow).toHaveLength(reference.length - configurations.length);
	});

	test('is wired as the reference flow, within itself', () => {
		const own = idsOf(flow);
		expect(own.filter((id) => idsOf(reference).includes(id))).toEqual([]);
		const targetsOf = (nodes: NodeRedNode[]) => nodes.flatMap(({ wires = [] }) => wires.flat());
		expect(own).toEqual(expect.arrayContaining(targetsOf(flow)));
		expect(targetsOf(flow)).toHaveLength(targetsOf(reference).length);
	});

	test('answers at an address of its own', () => {
		const urls = flow.filter(({ type }) => type === 'http in').map(({ url }) => url);
		expect(urls).toEqual(['/pass-through/message', '/pass-through/conversation']);
	});
});

describe('the pass-through flow of n8n', () => {
	const reference = readReference<Omit<WorkflowFile, 'nodes'> & N8nFlow>('n8n');
	const flow = passThroughN8n(reference) as typeof reference;
	const addressesOf = ({ nodes }: N8nFlow) =>
		nodes
			.filter(({ webhookId }) => webhookId)
			.map(({ parameters, webhookId }) => [parameters['path'], webhookId]);

	test('has no node of ours, and the same nodes by name', () => {
		expect(flow.nodes.map(({ name }) => name)).toEqual(reference.nodes.map(({ name }) => name));
		expect(flow.nodes.filter(({ type }) => type.includes('human-handover'))).toEqual([]);
	});

	test("leads a bot's turn where it went", () => {
		for (const [from, { main }] of Object.entries(reference.connections))
			expect(flow.connections[from]!.main[0]).toEqual(main[0]);
	});

	test('answers at addresses of its own', () => {
		expect(addressesOf(flow).map(([path]) => path)).toEqual([
			'pass-through/message',
			'pass-through/conversation',
		]);
		const webhookIds = [reference, flow].flatMap(addressesOf).map(([, id]) => id);
		expect(new Set(webhookIds).size).toBe(webhookIds.length);
	});
});
