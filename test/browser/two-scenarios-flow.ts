import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const REFERENCE = resolve(__dirname, '../../flows/node-red/reference.json');
export const BUILT_IN_OUTPUTS = 4;

interface FlowNode {
	id: string;
	type: string;
	z?: string;
	scenarios?: object[];
	customScenarios?: string[];
	outputs?: number;
	wires?: string[][];
}

/** The reference flow, in which its bot has A and B, each wired to a node that is called after it. */
export function flowWithTwoScenarios(): FlowNode[] {
	const nodes = JSON.parse(readFileSync(REFERENCE, 'utf8')) as FlowNode[];
	const bot = nodes.find(({ type }) => type === 'handover-bot')!;
	for (const name of ['A', 'B']) {
		const examples = [`example of ${name}`];
		bot.scenarios!.push({ name, handoverType: 'custom', enabled: true, examples });
	}
	const classifiers = nodes.filter(({ type }) => type === 'handover-classifier');
	for (const classifier of classifiers) {
		classifier.customScenarios = ['A', 'B'];
		classifier.outputs = BUILT_IN_OUTPUTS + 2;
		classifier.wires = [...classifier.wires!.slice(0, BUILT_IN_OUTPUTS), ['to-a'], ['to-b']];
	}
	const { z } = classifiers[0]!;
	const ends = ['to-a', 'to-b'].map((id) => {
		return { id, type: 'debug', z: z!, name: id, active: false, wires: [], x: 100, y: 900 };
	});
	return [...nodes, ...ends];
}
