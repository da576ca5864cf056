import { randomUUID } from 'node:crypto';
import type { WorkflowFile } from '../../../start/n8n-rest';
import { bendN8n, findNode, PACKAGE, type N8nFlow } from './n8n-flow';
import { findNodes, type NodeRedNode } from './node-red-flow';
import { answerOperations } from './observed-n8n';
import { answerOperation } from './observed-node-red';

/** Under this prefix the flow on n8n answers. */
export const PATH = 'hook';

/**
 * A copy of the reference flow that posts to a webhook, replays what was given up, and tells `listener`
 * what its team would be told; with a trigger that opens the store at the start.
 */
export function n8nWebhookFlow(
	credential: { id: string; name: string },
	listener: string,
): WorkflowFile {
	const empty: N8nFlow = { nodes: [], connections: {} };
	const flow = bendN8n(empty, { name: PATH });
	const notify = findNode(flow, 'notifyStaff');
	Object.assign(notify.parameters, { sendWebhook: true });
	notify['credentials'] = { handoverWebhookApi: credential };
	answerOperations(flow, ['replayDeliveries']);
	Object.assign(
		flow.nodes.find(({ name }) => name.startsWith('Tell Your Team'))!,
		{
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: {
				method: 'POST',
				url: listener,
				sendBody: true,
				specifyBody: 'json',
				jsonBody: '={{ JSON.stringify([$json]) }}',
				options: {},
			},
		},
	);
	const node = { id: randomUUID(), typeVersion: 1, position: [0, 0] as [number, number] };
	const trigger = { ...node, name: 'Events', type: `${PACKAGE}.handoverTrigger`, parameters: {} };
	return {
		name: 'With a webhook',
		settings: { executionOrder: 'v1' },
		nodes: [...flow.nodes, trigger],
		connections: flow.connections,
	};
}

/** The same for the deployed flow of Node-RED, as the editor deploys it. */
export function withWebhook(
	nodes: NodeRedNode[],
	url: string,
	webhookSecret: string,
	listener: string,
): NodeRedNode[] {
	const [notify] = findNodes(nodes, 'notify-staff');
	const [trigger] = findNodes(nodes, 'trigger');
	const sends = { sendWebhook: true, webhookUrl: url, credentials: { webhookSecret } };
	const changed = nodes.map((node) => {
		if (node.id === notify?.id) return { ...node, ...sends };
		return node.id === trigger?.id ? { ...node, wires: [['list']] } : node;
	});
	const team = tell(listener).map((node) => ({ ...node, z: trigger!.z! }));
	return [...changed, ...team, ...answerOperation(nodes, 'replayDeliveries')];
}

function tell(url: string): NodeRedNode[] {
	const func = 'msg.payload = [msg.payload]; return msg;';
	return [
		{ id: 'list', type: 'function', func, outputs: 1, libs: [], wires: [['tell']] },
		{ id: 'tell', type: 'http request', method: 'POST', url, ret: 'txt', wires: [[]] },
	];
}
