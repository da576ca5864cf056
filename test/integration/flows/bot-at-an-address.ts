import type { N8nFlow, N8nNode } from './n8n-flow';
import type { MessengerBend } from './messenger-flow';
import type { NodeRedNode } from './node-red-flow';

/** Seconds in the place of the minute that the flow gives its bot. */
const ANSWER_WITHIN = 3;
const STAND_IN = 'Stand-in Bot (replace by an AI Agent)';
const ASKED_ON_N8N = `={{ JSON.stringify({ conversationId: $json.handover.conversationId, text: $json.handover.text }) }}`;
const ANSWERED_ON_N8N = `return $input.all().map(({ json }, index) => ({
	json: { ...$('Count Attempt').all()[index].json, output: json.answer },
	pairedItem: index,
}));`;
const ASKED_ON_NODE_RED = `msg.payload = { conversationId: msg.handover.conversationId, text: msg.handover.text };
return msg;`;
const ANSWERED_ON_NODE_RED = `if (msg.statusCode !== 200) throw new Error('The bot has failed');
msg.payload = msg.payload.answer;
return msg;`;

/**
 * The bot is asked by HTTP with nodes of the platform, as a builder may wire it: nobody catches what goes
 * wrong there, and no node of ours hears of it.
 */
export function botAt(url: string): MessengerBend {
	return {
		nodeRed: (nodes) => nodes.flatMap((node) => bendNodeRed(node, url)),
		n8n: (flow) => bendN8n(flow, url),
	};
}

function bendNodeRed(node: NodeRedNode, url: string): NodeRedNode[] {
	if (node['answerWithin'] === 60) return [{ ...node, answerWithin: ANSWER_WITHIN }];
	if (!node.name?.startsWith('Stand-in Bot')) return [node];
	const next = node.wires!;
	const of = (name: string) => ({ ...node, id: `${node.id}-${name}`, name });
	return [
		{ ...node, name: 'The Question', func: ASKED_ON_NODE_RED, wires: [[`${node.id}-bot`]] },
		{
			...of('bot'),
			type: 'http request',
			method: 'POST',
			ret: 'obj',
			url,
			// What is no HTTP answer goes to a Catch node only.
			senderr: true,
			wires: [[`${node.id}-answer`]],
		},
		{ ...of('answer'), func: ANSWERED_ON_NODE_RED, wires: next },
	];
}

function bendN8n(flow: N8nFlow, url: string): N8nFlow {
	const nodes = flow.nodes.flatMap((node): N8nNode[] => {
		if (node.parameters['answerWithin'] === 60) {
			return [{ ...node, parameters: { ...node.parameters, answerWithin: ANSWER_WITHIN } }];
		}
		if (node.name !== STAND_IN) return [node];
		const { onError: _onError, ...code } = node;
		const asked = { method: 'POST', url, sendBody: true, specifyBody: 'json' };
		return [
			{
				...code,
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				parameters: { ...asked, jsonBody: ASKED_ON_N8N, options: {} },
			},
			{
				...code,
				id: `${code.id}-answer`,
				name: 'Its Answer',
				parameters: { ...code.parameters, jsCode: ANSWERED_ON_N8N },
			},
		];
	});
	const [answered] = flow.connections[STAND_IN]!.main;
	const connections = {
		...flow.connections,
		[STAND_IN]: { main: [[{ node: 'Its Answer', type: 'main' as const, index: 0 as const }]] },
		'Its Answer': { main: [answered!] },
	};
	return { ...flow, nodes, connections };
}
