import { randomUUID } from 'node:crypto';
import { findNode, PACKAGE, readN8nReference, type N8nFlow, type N8nNode } from './n8n-flow';
import { OPERATIONS, waitIfSlowly, type OperationName } from './operations';

const RESPOND = 'Respond with Handover';

export function observedN8n(url: string): N8nFlow {
	const flow = readN8nReference();
	const bot = flow.nodes.find(({ name }) => name.startsWith('Stand-in'))!;
	const text = '$input.first().json.handover.text';
	bot.parameters['jsCode'] = `${waitIfSlowly(text)}${bot.parameters['jsCode']}`;
	answerOperations(flow, OPERATIONS);
	tellEvents(flow, url);
	return flow;
}

/** `POST /operation/<name>` for each of them; errors are answered as the reference flow does. */
export function answerOperations(flow: N8nFlow, operations: readonly OperationName[]): void {
	for (const operation of operations) answerOperation(flow, operation);
	add(flow, RESPOND, 'n8n-nodes-base.respondToWebhook', 1.4, {
		parameters: { respondWith: 'json', responseBody: '={{ $json.handover }}', options: {} },
	});
}

function answerOperation(flow: N8nFlow, operation: OperationName): void {
	const path = `operation/${operation}`;
	add(flow, path, 'n8n-nodes-base.webhook', 2.1, {
		parameters: { httpMethod: 'POST', path, responseMode: 'responseNode', options: {} },
		webhookId: randomUUID(),
	});
	const type = operation === 'resume' ? 'pauseBot' : 'conversation';
	add(flow, operation, `${PACKAGE}.${type}`, 1, {
		parameters: { operation, conversationId: '={{ $json.body.conversationId }}' },
		onError: 'continueErrorOutput',
	});
	connect(flow, path, operation);
	const [, [error]] = flow.connections[findNode(flow, 'conversation').name]!.main as [
		unknown,
		[Target],
	];
	// The error output is the last; an action node has Failed before it.
	const errors = type === 'pauseBot' ? [error.node, error.node] : [error.node];
	connect(flow, operation, RESPOND, ...errors);
}

/** All events of one execution in one request, for requests overtake each other. */
function tellEvents(flow: N8nFlow, url: string): void {
	add(flow, 'Handover Trigger', `${PACKAGE}.handoverTrigger`, 1, {});
	add(flow, 'Tell', 'n8n-nodes-base.httpRequest', 4.2, {
		executeOnce: true,
		parameters: {
			method: 'POST',
			url,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ JSON.stringify($input.all().map(({ json }) => json)) }}',
			options: {},
		},
	});
	connect(flow, 'Handover Trigger', 'Tell');
}

type Target = { node: string };

function add(
	flow: N8nFlow,
	name: string,
	type: string,
	typeVersion: number,
	more: Partial<N8nNode>,
) {
	const node: N8nNode = {
		id: randomUUID(),
		name,
		type,
		typeVersion,
		position: [0, 0],
		parameters: {},
	};
	flow.nodes.push({ ...node, ...more });
}

/** One target for each output. */
function connect(flow: N8nFlow, from: string, ...to: string[]): void {
	flow.connections[from] = { main: to.map((node) => [{ node, type: 'main', index: 0 }]) };
}
