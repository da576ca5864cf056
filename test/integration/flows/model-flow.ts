import { randomUUID } from 'node:crypto';
import type { ClassifierMode } from '../../../handover/classifier/language-model/model-classifier';
import type { UnsureBand } from '../../../handover/classifier/language-model/unsure-band';
import type { Scenario } from '../../../handover/scenarios/scenario';
import type { WorkflowFile } from '../../../start/n8n-rest';
import { PACKAGE, customFields } from './n8n-flow';
import { findNodes, readNodeRedReference, type NodeRedNode } from './node-red-flow';

/** Seconds; less than a fake server hangs, and more than a busy machine needs. */
const TIME_OUT = 5;

/** Four labels, and the one custom scenario that a flow may have. */
const OUTPUTS = [0, 1, 2, 3, 4];

/** How the Classifier is set. What is left out is as its dialog comes. */
interface ModelSettings {
	mode?: ClassifierMode;
	band?: UnsureBand;
	/** Seconds. */
	timeOut?: number;
	/** Calls at once. */
	concurrency?: number;
	/** In addition to the built-in three. */
	scenario?: Scenario;
}

export const REFUND: Scenario = {
	name: 'Refund',
	handoverType: 'custom',
	enabled: true,
	triggerCondition: 'The contact wants their money back.',
	examples: ['Give me a refund', 'I would like my payment returned'],
};

/** Each is a flow of its own, by the name under which it is called. */
export const MODEL_FLOWS = {
	model: { mode: 'model' },
	cascade: {},
	narrow: { band: { from: 0.5, to: 0.5 } },
	wide: { band: { from: 0, to: 1 } },
	refund: { mode: 'model', scenario: REFUND },
	patient: { mode: 'model', timeOut: 20 },
	single: { mode: 'model', concurrency: 1 },
} satisfies Record<string, ModelSettings>;

export type ModelFlowName = keyof typeof MODEL_FLOWS;

export const MODEL_FLOW_NAMES = Object.keys(MODEL_FLOWS) as ModelFlowName[];

/** Who is asked, and by what address the flow is called. */
export interface AskedModel {
	path: string;
	settings: ModelSettings;
	/** Of the node: where the model comes from. */
	parameters: object;
	credentials?: object;
	/** A Chat Model sub-node, attached to the classifier. */
	chatModel?: object;
}

/** The scenarios of a bot are saved for all its flows. */
const botOf = ({ scenario }: ModelSettings) => (scenario ? { botId: `with-${scenario.name}` } : {});

/** `POST /<path>` admits the message and answers what the classifier made of it, and its output. */
export function n8nModelFlow({
	path,
	settings,
	parameters,
	credentials,
	chatModel,
}: AskedModel): WorkflowFile {
	const { mode, band, timeOut = TIME_OUT, concurrency, scenario } = settings;
	const node = (name: string, type: string, typeVersion: number, more: object) => ({
		id: randomUUID(),
		name,
		type,
		typeVersion,
		position: [0, 0],
		parameters: {},
		...more,
	});
	const to = (name: string, type = 'main') => [{ node: name, type, index: 0 }];
	const unsure = band && { unsureFrom: band.from, unsureTo: band.to };
	const classify = {
		...parameters,
		...(mode && { mode }),
		modelOptions: { timeOut, ...(concurrency && { concurrency }), ...unsure },
		...(scenario && {
			scenarioSource: 'here',
			customScenarios: { first: customFields(scenario) },
		}),
	};
	const webhook = { httpMethod: 'POST', path, responseMode: 'responseNode' };
	const out = (output: number) => {
		const responseBody = `={{ { ...$json.handover.classification, output: ${output} } }}`;
		const body = { respondWith: 'json', responseBody };
		return node(`Out ${output}`, 'n8n-nodes-base.respondToWebhook', 1.4, { parameters: body });
	};
	return {
		name: `Model by ${path}`,
		settings: { executionOrder: 'v1' },
		nodes: [
			node('In', 'n8n-nodes-base.webhook', 2.1, { parameters: webhook, webhookId: randomUUID() }),
			node('Gate', `${PACKAGE}.handoverGate`, 1, { parameters: botOf(settings) }),
			node('Classify', `${PACKAGE}.handoverClassifier`, 1, { parameters: classify, credentials }),
			...OUTPUTS.map(out),
			...(chatModel ? [node('Chat Model', '', 1, chatModel)] : []),
		],
		connections: {
			In: { main: [to('Gate')] },
			Gate: { main: [to('Classify')] },
			Classify: { main: OUTPUTS.map((output) => to(`Out ${output}`)) },
			...(chatModel && {
				'Chat Model': { ai_languageModel: [to('Classify', 'ai_languageModel')] },
			}),
		},
	};
}

/** The same for Node-RED, all of them beside the reference flow. */
export function nodeRedModelFlows(baseUrl: string): NodeRedNode[] {
	return [
		...readNodeRedReference(),
		...MODEL_FLOW_NAMES.flatMap((name) => nodeRedModelFlow(name, MODEL_FLOWS[name], baseUrl)),
	];
}

function nodeRedModelFlow(path: string, settings: ModelSettings, baseUrl: string): NodeRedNode[] {
	const { mode, band, timeOut = TIME_OUT, concurrency = 4, scenario } = settings;
	const reference = readNodeRedReference();
	const id = (part: string) => `${path}-${part}`;
	const copy = (node: NodeRedNode, part: string, more: object): NodeRedNode => {
		const { g: _, ...ungrouped } = node;
		return { ...ungrouped, id: id(part), ...(node.z && { z: id('tab') }), ...more };
	};
	const first = (type: string) => reference.find((node) => node.type === type)!;
	const [bot] = findNodes(reference, 'bot');
	const [gate] = findNodes(reference, 'gate');
	const [classifier] = findNodes(reference, 'classifier');
	const scenarios = [...(bot!['scenarios'] as Scenario[]), ...(scenario ? [scenario] : [])];
	const outputs = OUTPUTS.slice(0, scenario ? 5 : 4);
	return [
		{ id: id('tab'), type: 'tab', label: path },
		{
			id: id('model'),
			type: 'handover-model',
			baseUrl,
			model: 'small',
			timeOut: String(timeOut),
			concurrency: String(concurrency),
			dailyBudget: '0',
		},
		copy(bot!, 'bot', { scenarios, ...botOf(settings) }),
		copy(first('http in'), 'in', {
			url: `/${path}`,
			skipBodyParsing: false,
			wires: [[id('gate')]],
		}),
		copy(gate!, 'gate', { bot: id('bot'), wires: [[id('classify')], [], []] }),
		copy(classifier!, 'classify', {
			bot: id('bot'),
			model: id('model'),
			...(mode && { mode }),
			...(band && { unsureFrom: String(band.from), unsureTo: String(band.to) }),
			customScenarios: scenario ? [scenario.name] : [],
			outputs: outputs.length,
			wires: outputs.map((output) => [id(`answer-${output}`)]),
		}),
		...outputs.map((output) => ({
			id: id(`answer-${output}`),
			type: 'function',
			z: id('tab'),
			func: `msg.payload = { ...msg.handover.classification, output: ${output} }; return msg;`,
			outputs: 1,
			wires: [[id('out')]],
		})),
		copy(first('http response'), 'out', { wires: [] }),
	];
}
