import { randomUUID } from 'node:crypto';
import type { PlatformUnderTest } from '../with-platform';
import { findNode, PACKAGE, readN8nReference, type N8nFlow, type N8nNode } from './n8n-flow';
import { findNodes, readNodeRedReference, type NodeRedNode } from './node-red-flow';

export const OPERATIONS = ['recordHumanReply', 'handBack', 'close', 'export', 'erase', 'resume'] as const;
export type OperationName = (typeof OPERATIONS)[number];

/** A message with this word in it is answered late. */
export const SLOWLY = 'slowly';
const WAIT = 'await new Promise((resolve) => setTimeout(resolve, 3000));';

/**
 * The reference flow with a bot that can be slow, with `POST /operation/<name>` for what staff do, and
 * with a Handover Trigger that posts every event to `listener`.
 */
export function observedFlow(platform: PlatformUnderTest, listener: string): string {
	return JSON.stringify(platform === 'n8n' ? observedN8n(listener) : observedNodeRed(listener));
}

function observedNodeRed(url: string): NodeRedNode[] {
	const nodes = readNodeRedReference();
	const [get] = findNodes(nodes, 'conversation');
	const [pause] = findNodes(nodes, 'pause-bot');
	const z = get!.z!;
	const bot = nodes.find(({ type, name }) => type === 'function' && name?.startsWith('Stand-in'))!;
	bot['func'] = `if (msg.handover.text.includes('${SLOWLY}')) ${WAIT}\n${bot['func']}`;
	const operations = OPERATIONS.flatMap((operation): NodeRedNode[] => [
		{
			...{ id: `in-${operation}`, type: 'http in', z, url: `/operation/${operation}` },
			...{ method: 'post', wires: [[`do-${operation}`]] },
		},
		{
			...(operation === 'resume' ? pause! : get!),
			...{ id: `do-${operation}`, operation, conversationId: 'payload.conversationId' },
			...{ botId: 'payload.botId', wires: [[`show-${operation}`], []] },
		},
		{
			...{ id: `show-${operation}`, type: 'function', z, func: 'msg.payload = msg.handover; return msg;' },
			...{ outputs: 1, libs: [], wires: [[`out-${operation}`]] },
		},
		{ id: `out-${operation}`, type: 'http response', z, wires: [] },
	]);
	const [store] = findNodes(nodes, 'store');
	const observer: NodeRedNode[] = [
		{ id: 'observer', type: 'tab', label: 'Observer' },
		{
			...{ id: 'trigger', type: 'handover-trigger', z: 'observer', store: store!.id, events: [] },
			wires: [['number']],
		},
		// Requests overtake each other; the number says in which order the events came.
		{
			...{ id: 'number', type: 'function', z: 'observer', outputs: 1, libs: [], wires: [['tell']] },
			func: `const place = (context.get('place') ?? 0) + 1;
				context.set('place', place);
				msg.payload = [{ ...msg.payload, place }];
				return msg;`,
		},
		{
			...{ id: 'tell', type: 'http request', z: 'observer', method: 'POST', url, ret: 'txt' },
			wires: [[]],
		},
	];
	return [...nodes, ...operations, ...observer];
}

function observedN8n(url: string): N8nFlow {
	const flow = readN8nReference();
	const bot = flow.nodes.find(({ name }) => name.startsWith('Stand-in'))!;
	bot.parameters['jsCode'] =
		`if ($input.first().json.handover.text.includes('${SLOWLY}')) ${WAIT}\n${bot.parameters['jsCode']}`;
	const add = (name: string, type: string, typeVersion: number, more: Partial<N8nNode>) =>
		flow.nodes.push({
			...{ id: randomUUID(), name, type, typeVersion, position: [0, 0], parameters: {} },
			...more,
		});
	const connect = (from: string, ...to: string[]) => {
		const main = to.map((node) => [{ node, type: 'main' as const, index: 0 as const }]);
		flow.connections[from] = { main };
	};
	const answer = findNode(flow, 'conversation').name;
	const respondWithError = flow.connections[answer]!.main[1]![0]!.node;
	const respond = { respondWith: 'json', responseBody: '={{ $json.handover }}', options: {} };
	add('Respond with Handover', 'n8n-nodes-base.respondToWebhook', 1.4, { parameters: respond });
	for (const operation of OPERATIONS) {
		const path = `operation/${operation}`;
		add(`Asked to ${operation}`, 'n8n-nodes-base.webhook', 2.1, {
			parameters: { httpMethod: 'POST', path, responseMode: 'responseNode', options: {} },
			webhookId: randomUUID(),
		});
		const type = operation === 'resume' ? 'pauseBot' : 'conversation';
		add(operation, `${PACKAGE}.${type}`, 1, {
			parameters: { operation, conversationId: '={{ $json.body.conversationId }}' },
			onError: 'continueErrorOutput',
		});
		connect(`Asked to ${operation}`, operation);
		const failed = type === 'pauseBot' ? [respondWithError, respondWithError] : [respondWithError];
		connect(operation, 'Respond with Handover', ...failed);
	}
	add('Handover Trigger', `${PACKAGE}.handoverTrigger`, 1, {});
	add('Tell', 'n8n-nodes-base.httpRequest', 4.2, {
		executeOnce: true,
		parameters: {
			...{ method: 'POST', url, sendBody: true, specifyBody: 'json', options: {} },
			jsonBody: '={{ JSON.stringify($input.all().map(({ json }) => json)) }}',
		},
	});
	connect('Handover Trigger', 'Tell');
	return flow;
}
