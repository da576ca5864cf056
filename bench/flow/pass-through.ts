import { randomUUID } from 'node:crypto';
import type { WorkflowFile } from '../../start/n8n-rest';
import { secondFlow, type NodeRedNode } from './second-flow';

/** The folder of the flow's addresses: our own flow answers at `handover/` beside it. */
export const PASS_THROUGH = 'pass-through';
const OURS = '@human-handover/n8n-nodes-human-handover.';
/** What our Gate says of a message that the bot may answer. */
const ADMITTED = `owner: 'bot', scenario: null, handoverId: null, failedAttempts: 0, duplicate: false`;

interface N8nNode {
	name: string;
	type: string;
	parameters: Record<string, unknown>;
	[field: string]: unknown;
}

/**
 * The flow with a Function node in the place of each of our nodes: wired as it was, it hands every
 * message to its first output, which is where a bot's turn goes. What is measured beside it is ours alone.
 */
export function passThroughNodeRed(flow: NodeRedNode[]): NodeRedNode[] {
	const nodes = flow
		// Our configuration nodes are wired to nothing.
		.filter(({ type, wires }) => wires || !type.startsWith('handover-'))
		.map((node) => (node.type.startsWith('handover-') ? functionFor(node) : node));
	return secondFlow(nodes, PASS_THROUGH);
}

const GATE_FUNCTIONS: Record<string, string> = {
	receiveMessage: `const { conversationId, text } = msg.payload;
		msg.handover = { conversationId, text, ${ADMITTED} };`,
	beforeReply: 'msg.handover.reply = msg.payload;',
};

function functionFor({ id, type, operation, wires = [], z, g, x, y }: NodeRedNode): NodeRedNode {
	const gate = type === 'handover-gate' ? GATE_FUNCTIONS[operation!]! : '';
	const func = `${gate}\nreturn msg;`;
	return { id, type: 'function', name: type, func, outputs: wires.length, wires, z, g, x, y };
}

/** The same for n8n, whose nodes that pass on have one output. */
export function passThroughN8n(flow: WorkflowFile): WorkflowFile {
	const nodes = flow.nodes as N8nNode[];
	const ours = new Set(nodes.filter(({ type }) => type.startsWith(OURS)).map(({ name }) => name));
	const connections = flow.connections as Record<string, { main: unknown[] }>;
	return {
		name: 'Pass-through',
		nodes: nodes.map((node) => (ours.has(node.name) ? stockNodeFor(node) : atOwnAddress(node))),
		connections: Object.fromEntries(
			Object.entries(connections).map(([name, { main }]) => [
				name,
				{ main: ours.has(name) ? main.slice(0, 1) : main },
			]),
		),
		settings: flow.settings ?? {},
	};
}

const GATE_EXPRESSIONS: Record<string, string> = {
	receiveMessage: `{ conversationId: $json.body.conversationId, text: $json.body.text, ${ADMITTED} }`,
	beforeReply: '{ ...$json.handover, reply: $json.output }',
};

function stockNodeFor({ id, name, type, position, parameters }: N8nNode): N8nNode {
	const common = { id, name, position };
	if (type !== `${OURS}handoverGate`)
		return { ...common, type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
	// n8n leaves a field out that has its default.
	const { operation = 'receiveMessage' } = parameters;
	const jsonOutput = `={{ { handover: ${GATE_EXPRESSIONS[operation as string]!} } }}`;
	return {
		...common,
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: { mode: 'raw', jsonOutput, includeOtherFields: true, options: {} },
	};
}

function atOwnAddress(node: N8nNode): N8nNode {
	const path = node.parameters['path'];
	if (typeof path !== 'string') return node;
	const parameters = { ...node.parameters, path: path.replace(/^handover/, PASS_THROUGH) };
	return { ...node, webhookId: randomUUID(), parameters };
}
