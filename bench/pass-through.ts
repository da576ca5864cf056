import type { PlatformName } from '../start/arguments';

/** What a pass-through Gate puts on the message, so that the rest of the flow works as it is. */
const HANDOVER = {
	conversationId: 'bench',
	text: 'How long does shipping take?',
	reply: 'Shipping takes 2 to 4 working days.',
	owner: 'bot',
	scenario: null,
	handoverId: null,
	failedAttempts: 0,
	duplicate: false,
};

const OURS = '@human-handover/n8n-nodes-human-handover.';

/** The reference flow with each of our nodes replaced by a stock node that only passes on. */
export function passThrough(platform: PlatformName, flow: string): string {
	const replaced = platform === 'n8n' ? ofN8n(JSON.parse(flow)) : ofNodeRed(JSON.parse(flow));
	return JSON.stringify(replaced);
}

interface NodeRedNode {
	type: string;
	wires?: string[][];
	[field: string]: unknown;
}

/** A Change node: the cheapest stock node, and it takes the first output, as a bot's turn does. */
function ofNodeRed(nodes: NodeRedNode[]): NodeRedNode[] {
	return nodes
		.filter(({ type }) => type !== 'handover-store' && type !== 'handover-bot')
		.map((node) => {
			if (!node.type.startsWith('handover-')) return node;
			const { id, z, x, y, wires } = node;
			const rules =
				node.type === 'handover-gate'
					? [{ t: 'set', p: 'handover', pt: 'msg', to: JSON.stringify(HANDOVER), tot: 'json' }]
					: [];
			return { id, z, x, y, type: 'change', name: '', rules, wires: [wires?.[0] ?? []] };
		});
}

interface N8nFlow {
	nodes: Array<{ type: string; [field: string]: unknown }>;
	connections: Record<string, { main: unknown[] }>;
	[field: string]: unknown;
}

function ofN8n(flow: N8nFlow): N8nFlow {
	const replaced = flow.nodes.filter(({ type }) => type.startsWith(OURS));
	for (const node of replaced) {
		const isGate = node.type === `${OURS}handoverGate`;
		delete node['onError'];
		node.type = isGate ? 'n8n-nodes-base.set' : 'n8n-nodes-base.noOp';
		node['typeVersion'] = isGate ? 3.4 : 1;
		node['parameters'] = isGate
			? {
					mode: 'raw',
					includeOtherFields: true,
					jsonOutput: JSON.stringify({ handover: HANDOVER }),
					options: {},
				}
			: {};
		const outgoing = flow.connections[String(node['name'])];
		if (outgoing) outgoing.main = outgoing.main.slice(0, 1);
	}
	return flow;
}
