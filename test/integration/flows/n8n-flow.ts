import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenario } from '../../../handover/scenarios/scenario';
import { CUSTOM_PLACES } from '../../../nodes/n8n/HandoverClassifier/handover-classifier.properties';
import type { Bend } from './bent-flow';

export interface N8nNode {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	[field: string]: unknown;
}

export type Targets = Array<{ node: string; type: 'main'; index: 0 }>;

export interface N8nFlow {
	nodes: N8nNode[];
	connections: Record<string, { main: Targets[] }>;
	[field: string]: unknown;
}

export const PACKAGE = '@human-handover/n8n-nodes-human-handover';
const REFERENCE = join(__dirname, '../../../flows/n8n/reference.json');

export function readN8nReference(): N8nFlow {
	return JSON.parse(readFileSync(REFERENCE, 'utf8'));
}

/** Adds a bent copy of the reference flow; both keep their conversations in the same store. */
export function bendN8n(flow: N8nFlow, bend: Bend): N8nFlow {
	const copy = copyOf(bend.name);
	const set = (type: string, parameters: object) =>
		Object.assign(findNode(copy, type).parameters, parameters);
	if (bend.scenarios) listScenarios(copy, bend.scenarios);
	if (bend.tags) set('addTags', { tags: bend.tags });
	if (bend.staffId) set('assignConversation', { assignTo: 'staffMember', staffId: bend.staffId });
	if (bend.staff) set('assignConversation', { staff: { member: bend.staff } });
	if (bend.acceptWithin) set('assignConversation', { acceptWithin: bend.acceptWithin });
	if (bend.pauseDaysFromContactId) {
		set('pauseBot', { pauseFor: '={{ $json.handover.contact.id }}', pauseUnit: 'days' });
	}
	return {
		...flow,
		nodes: [...flow.nodes, ...copy.nodes],
		connections: { ...flow.connections, ...copy.connections },
	};
}

/** The first of the package's nodes of this type; that of the Classifiers is the message's. */
export function findNode(flow: N8nFlow, type: string): N8nNode {
	return flow.nodes.find((node) => node.type === `${PACKAGE}.${type}`)!;
}

function copyOf(name: string): N8nFlow {
	const { nodes, connections } = readN8nReference();
	const rename = (old: string) => `${old} (${name})`;
	return {
		nodes: nodes
			.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote')
			.map((node) => ({
				...node,
				id: randomUUID(),
				name: rename(node.name),
				...('webhookId' in node && {
					webhookId: randomUUID(),
					parameters: { ...node.parameters, path: `${name}/${node.parameters['path']}` },
				}),
			})),
		connections: Object.fromEntries(
			Object.entries(connections).map(([from, { main }]) => [
				rename(from),
				{ main: main.map((targets) => targets.map((to) => ({ ...to, node: rename(to.node) }))) },
			]),
		),
	};
}

/** In the Classifier for the message; that for the draft goes by what this one has saved. */
function listScenarios(flow: N8nFlow, scenarios: Scenario[]): void {
	const classifier = findNode(flow, 'handoverClassifier');
	const customOnes = scenarios.filter(({ handoverType }) => handoverType === 'custom');
	const builtIn = scenarios.filter((one) => !customOnes.includes(one)).map(builtInFields);
	const customScenarios = Object.fromEntries(
		customOnes.map((one, index) => [CUSTOM_PLACES[index], customFields(one)]),
	);
	Object.assign(classifier.parameters, { scenarioSource: 'here', customScenarios }, ...builtIn);
	const outputs = flow.connections[classifier.name]!;
	const [custom, error] = outputs.main.slice(4);
	outputs.main = [...outputs.main.slice(0, 4), ...customOnes.map(() => custom!), error!];
}

/** As the editor saves them. */
function builtInFields({ name, handoverType: _, enabled, ...settings }: Scenario) {
	return { [name]: enabled, [`${name}Options`]: toFields(settings) };
}

/** As the editor saves a custom one. */
export function customFields({ name, enabled, triggerCondition, examples, ...settings }: Scenario) {
	const { handoverType: _, ...actions } = settings;
	return {
		name,
		enabled,
		...(triggerCondition && { triggerCondition }),
		...(examples && { examples: examples.join('\n') }),
		actions: toFields(actions),
	};
}

function toFields(settings: Partial<Scenario>) {
	return { ...settings, ...(settings.tags && { tags: settings.tags.join(', ') }) };
}
