import type { N8nFlow, N8nNode } from './n8n-flow';
import type { MessengerBend } from './messenger-flow';
import type { NodeRedNode } from './node-red-flow';

/** Seconds in the place of the minute that the flow gives itself. */
const WITHIN = 3;
const BEFORE = 'Create Task';
/** The node's name on n8n. */
export const BETWEEN = 'Tell the CRM';
const ASKED_ON_N8N = `={{ JSON.stringify({ conversationId: $json.handover.conversationId }) }}`;
const ASKED_ON_NODE_RED = `msg.payload = { conversationId: msg.handover.conversationId };
return msg;`;
const HEARD_ON_NODE_RED = `if (msg.statusCode !== 200) throw new Error('The CRM has failed');
return msg;`;

/**
 * Behind the second of the six actions, nodes of the platform tell an address of the builder's: nobody
 * catches what goes wrong there, and no node of ours hears of it.
 */
export function betweenActionsAt(url: string): MessengerBend {
	return {
		nodeRed: (nodes) => nodes.flatMap((node) => bendNodeRed(node, url)),
		n8n: (flow) => bendN8n(flow, url),
	};
}

function bendNodeRed(node: NodeRedNode, url: string): NodeRedNode[] {
	if (node['answerWithin'] === 60) return [{ ...node, answerWithin: WITHIN }];
	if (node.type !== 'handover-create-task') return [node];
	const idOf = (name: string) => `${node.id}-${name}`;
	const of = (
		name: string,
		wires: string[][],
		rest: { type: string; [field: string]: unknown },
	) => {
		return { ...node, id: idOf(name), name, wires, ...rest };
	};
	const code = { type: 'function', outputs: 1, initialize: '', finalize: '', libs: [] };
	const asked = { type: 'http request', method: 'POST', ret: 'obj', url, senderr: true };
	return [
		{ ...node, wires: node.wires!.map(() => [idOf('asked')]) },
		of('asked', [[idOf('crm')]], { ...code, func: ASKED_ON_NODE_RED }),
		// What is no HTTP answer goes to a Catch node only.
		of('crm', [[idOf('heard')]], asked),
		of('heard', [node.wires![0]!], { ...code, func: HEARD_ON_NODE_RED }),
	];
}

function bendN8n(flow: N8nFlow, url: string): N8nFlow {
	const nodes = flow.nodes.flatMap((node): N8nNode[] => {
		if (node.parameters['answerWithin'] === 60) {
			return [{ ...node, parameters: { ...node.parameters, answerWithin: WITHIN } }];
		}
		if (node.name !== BEFORE) return [node];
		const asked = { method: 'POST', url, sendBody: true, specifyBody: 'json' };
		return [
			node,
			{
				id: `${node.id}-between`,
				name: BETWEEN,
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				position: node.position,
				parameters: { ...asked, jsonBody: ASKED_ON_N8N, options: {} },
			},
		];
	});
	const { main } = flow.connections[BEFORE]!;
	const connections = {
		...flow.connections,
		[BEFORE]: {
			main: main.map(() => [{ node: BETWEEN, type: 'main' as const, index: 0 as const }]),
		},
		[BETWEEN]: { main: [main[0]!] },
	};
	return { ...flow, nodes, connections };
}
