import { randomUUID } from 'node:crypto';
import type { WorkflowFile } from '../../../start/n8n-rest';
import { PACKAGE } from './n8n-flow';
import { findNodes, readNodeRedReference, type NodeRedNode } from './node-red-flow';

/** Seconds; less than a fake server hangs, and more than a busy machine needs. */
const TIME_OUT = 5;

/** Who is asked, and by what address the flow is called. */
export interface AskedModel {
	path: string;
	/** Of the node: where the model comes from. */
	parameters: object;
	credentials?: object;
	/** A Chat Model sub-node, attached to the classifier. */
	chatModel?: object;
}

/** `POST /<path>` admits the message and answers what the classifier made of it. */
export function n8nModelFlow({
	path,
	parameters,
	credentials,
	chatModel,
}: AskedModel): WorkflowFile {
	const at = (x: number): [number, number] => [x, 0];
	const node = (name: string, type: string, typeVersion: number, more: object) => ({
		id: randomUUID(),
		name,
		type,
		typeVersion,
		position: at(0),
		parameters: {},
		...more,
	});
	const to = (name: string, type = 'main') => [{ node: name, type, index: 0 }];
	const classify = { ...parameters, mode: 'model', modelOptions: { timeOut: TIME_OUT } };
	const webhook = { httpMethod: 'POST', path, responseMode: 'responseNode' };
	const body = { respondWith: 'json', responseBody: '={{ $json.handover.classification }}' };
	return {
		name: `Model by ${path}`,
		settings: { executionOrder: 'v1' },
		nodes: [
			node('In', 'n8n-nodes-base.webhook', 2.1, { parameters: webhook, webhookId: randomUUID() }),
			node('Gate', `${PACKAGE}.handoverGate`, 1, {}),
			node('Classify', `${PACKAGE}.handoverClassifier`, 1, { parameters: classify, credentials }),
			node('Out', 'n8n-nodes-base.respondToWebhook', 1.4, { parameters: body }),
			...(chatModel ? [node('Chat Model', '', 1, chatModel)] : []),
		],
		connections: {
			In: { main: [to('Gate')] },
			Gate: { main: [to('Classify')] },
			Classify: { main: [to('Out'), to('Out'), to('Out'), to('Out'), to('Out')] },
			...(chatModel && {
				'Chat Model': { ai_languageModel: [to('Classify', 'ai_languageModel')] },
			}),
		},
	};
}

/** The same for Node-RED, beside the reference flow. */
export function nodeRedModelFlow(path: string, baseUrl: string): NodeRedNode[] {
	const reference = readNodeRedReference();
	const copy = (node: NodeRedNode, id: string, more: object): NodeRedNode => {
		const { g: _, ...ungrouped } = node;
		return { ...ungrouped, id, z: 'model-tab', ...more };
	};
	const first = (type: string) => reference.find((node) => node.type === type)!;
	const [gate] = findNodes(reference, 'gate');
	const [classifier] = findNodes(reference, 'classifier');
	const server = { baseUrl, model: 'small', timeOut: String(TIME_OUT) };
	return [
		...reference,
		{ id: 'model-tab', type: 'tab', label: 'model' },
		{ id: 'model', type: 'handover-model', concurrency: '4', dailyBudget: '0', ...server },
		copy(first('http in'), 'model-in', {
			url: `/${path}`,
			skipBodyParsing: false,
			wires: [['model-gate']],
		}),
		copy(gate!, 'model-gate', { wires: [['model-classify'], [], []] }),
		copy(classifier!, 'model-classify', {
			model: 'model',
			mode: 'model',
			wires: Array(4).fill(['model-answer']),
		}),
		{
			id: 'model-answer',
			type: 'function',
			z: 'model-tab',
			func: 'msg.payload = msg.handover.classification; return msg;',
			outputs: 1,
			wires: [['model-out']],
		},
		copy(first('http response'), 'model-out', { wires: [] }),
	];
}
