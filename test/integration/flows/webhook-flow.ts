import { randomUUID } from 'node:crypto';
import type { WorkflowFile } from '../../../start/n8n-rest';
import { bendN8n, findNode, PACKAGE, type N8nFlow } from './n8n-flow';
import { findNodes, type NodeRedNode } from './node-red-flow';

/** Under this prefix the flow on n8n answers. */
export const PATH = 'hook';

/** A copy of the reference flow that posts to a webhook, with a trigger that opens the store at the start. */
export function n8nWebhookFlow(credential: { id: string; name: string }): WorkflowFile {
	const empty: N8nFlow = { nodes: [], connections: {} };
	const flow = bendN8n(empty, { name: PATH });
	const notify = findNode(flow, 'notifyStaff');
	Object.assign(notify.parameters, { sendWebhook: true });
	notify['credentials'] = { handoverWebhookApi: credential };
	const node = { id: randomUUID(), typeVersion: 1, position: [0, 0] as [number, number] };
	const trigger = { ...node, name: 'Events', type: `${PACKAGE}.handoverTrigger`, parameters: {} };
	return {
		name: 'With a webhook',
		settings: { executionOrder: 'v1' },
		nodes: [...flow.nodes, trigger],
		connections: flow.connections,
	};
}

/** The deployed flow with a webhook, as the editor deploys it. */
export function withWebhook(nodes: NodeRedNode[], url: string, webhookSecret: string) {
	const [notify] = findNodes(nodes, 'notify-staff');
	return nodes.map((node) =>
		node.id === notify?.id
			? { ...node, sendWebhook: true, webhookUrl: url, credentials: { webhookSecret } }
			: node,
	);
}
