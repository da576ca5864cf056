import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bend } from './bent-flow';

export interface NodeRedNode {
	id: string;
	type: string;
	z?: string;
	name?: string;
	wires?: string[][];
	[field: string]: unknown;
}

const REFERENCE = join(__dirname, '../../../flows/node-red/reference.json');

export function readNodeRedReference(): NodeRedNode[] {
	return JSON.parse(readFileSync(REFERENCE, 'utf8'));
}

export function findNodes(nodes: NodeRedNode[], type: string): NodeRedNode[] {
	return nodes.filter((node) => node.type === `handover-${type}`);
}

/** Adds a bent copy of the reference flow; both keep their conversations in the same store. */
export function bendNodeRed(nodes: NodeRedNode[], bend: Bend): NodeRedNode[] {
	const copy = copyOf(bend.name);
	const set = (type: string, fields: object) =>
		findNodes(copy, type).forEach((node) => Object.assign(node, fields));
	if (bend.botId) set('bot', { botId: bend.botId });
	if (bend.scenarios) set('bot', { scenarios: bend.scenarios });
	if (bend.scenarios) addOutputs(copy, bend);
	if (bend.tags) set('add-tags', { tags: bend.tags });
	if (bend.staffId) {
		const staff = { staffId: bend.staffId, staffIdType: 'str' };
		set('assign-conversation', { assignTo: 'staffMember', ...staff });
	}
	if (bend.staff) set('bot', { staff: bend.staff });
	if (bend.acceptWithin) set('assign-conversation', { acceptWithin: String(bend.acceptWithin) });
	if (bend.pauseDaysFromContactId) {
		const days = { pauseFor: 'handover.contact.id', pauseForType: 'msg', pauseUnit: 'days' };
		set('pause-bot', days);
	}
	return [...nodes, ...copy];
}

function copyOf(name: string): NodeRedNode[] {
	const own = readNodeRedReference().filter(({ type }) => type !== 'handover-store');
	const renamed = own.reduce(
		(text, { id }) => text.replaceAll(id, `${id}-${name}`),
		JSON.stringify(own),
	);
	return (JSON.parse(renamed) as NodeRedNode[]).map((node) =>
		node.type === 'http in' ? { ...node, url: `/${name}${node['url']}` } : node,
	);
}

/** Each custom scenario leads where a contact's request does. */
function addOutputs(copy: NodeRedNode[], { scenarios = [] }: Bend): void {
	const customScenarios = scenarios
		.filter(({ handoverType }) => handoverType === 'custom')
		.map(({ name }) => name);
	for (const node of findNodes(copy, 'classifier')) {
		const wires = node.wires ?? [];
		node.wires = [...wires, ...customScenarios.map(() => wires[1] ?? [])];
		Object.assign(node, { customScenarios, outputs: node.wires.length });
	}
}
