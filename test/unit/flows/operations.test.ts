import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodePropertyOptions } from 'n8n-workflow';
import { conversationNodeProperties } from '../../../nodes/n8n/Conversation/conversation-node.properties';

const ROOT = join(__dirname, '../../..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

interface N8nFlow {
	nodes: N8nNode[];
	connections: Record<string, { main: Array<Array<{ node: string }>> }>;
}
interface N8nNode {
	name: string;
	parameters: { operation?: string; rules?: { values: Array<{ outputKey: string }> } };
}
interface NodeRedNode {
	id: string;
	name: string;
	operation?: string;
	wires?: string[][];
	rules?: Array<{ v?: string }>;
}

const field = conversationNodeProperties.find(({ name }) => name === 'operation');
const OF_CONVERSATION = (field!.options as INodePropertyOptions[]).map(({ value }) => value);
/** The Conversation node's and Pause Bot's Resume; a turn is its flow's to confirm, and no request's. */
const KNOWN = [...OF_CONVERSATION.filter((one) => one !== 'confirmTurn'), 'resume'].sort();

const flow = read('flows/n8n/conversation-operations.json') as N8nFlow;
const n8n = flow.nodes;
const nodeRed = read('flows/node-red/conversation-operations.json') as NodeRedNode[];

const offeredOnN8n = n8n
	.flatMap(({ parameters }) => parameters.rules?.values ?? [])
	.map(({ outputKey }) => outputKey);
const offeredOnNodeRed = nodeRed
	.filter(({ name }) => name === 'Which Operation?')
	.flatMap(({ rules }) => rules ?? [])
	.flatMap(({ v }) => v ?? []);

test('the operations flow offers all there are, in the same order on both platforms', () => {
	expect([...offeredOnN8n].sort()).toEqual(KNOWN);
	expect(offeredOnNodeRed).toEqual(offeredOnN8n);
});

test('each request leads to the node that does it', () => {
	const known = offeredOnN8n.map((operation) => [operation]);
	expect(known.map((_, rule) => operationsAfterOnN8n(rule))).toEqual(known);
	expect(known.map((_, rule) => operationsAfterOnNodeRed(rule))).toEqual(known);
});

/** What the nodes do to which the switch sends a request of its rule. */
function operationsAfterOnN8n(rule: number) {
	const targets = flow.connections['Which Operation?']?.main[rule] ?? [];
	return targets.map(({ node }) => n8n.find(({ name }) => name === node)?.parameters.operation);
}

function operationsAfterOnNodeRed(rule: number) {
	const targets = nodeRed.find(({ name }) => name === 'Which Operation?')?.wires?.[rule] ?? [];
	return targets.map((target) => nodeRed.find(({ id }) => id === target)?.operation);
}
