import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodePropertyOptions } from 'n8n-workflow';
import { conversationNodeProperties } from '../../../nodes/n8n/Conversation/conversation-node.properties';

const ROOT = join(__dirname, '../../..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

interface N8nNode {
	type: string;
	parameters: { operation?: string; rules?: { values: Array<{ outputKey: string }> } };
}
interface NodeRedNode {
	name: string;
	type: string;
	operation?: string;
	rules?: Array<{ v?: string }>;
}

const field = conversationNodeProperties.find(({ name }) => name === 'operation');
const OF_CONVERSATION = (field!.options as INodePropertyOptions[]).map(({ value }) => value);
/** the Conversation node's, and Pause Bot's Resume. */
const KNOWN = [...OF_CONVERSATION, 'resume'].sort();

const n8n = (read('flows/n8n/conversation-operations.json') as { nodes: N8nNode[] }).nodes;
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

test('each request leads to a node that does it', () => {
	const onN8n = new Set(n8n.map(({ parameters }) => parameters.operation));
	const onNodeRed = new Set(nodeRed.map(({ operation }) => operation));
	for (const operation of KNOWN) {
		expect({ operation, n8n: onN8n.has(String(operation)) }).toEqual({ operation, n8n: true });
		expect({ operation, nodeRed: onNodeRed.has(String(operation)) }).toEqual({
			operation,
			nodeRed: true,
		});
	}
});
