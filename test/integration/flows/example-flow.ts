import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { N8nNode } from './n8n-flow';
import type { WorkflowFile } from '../../../start/n8n-rest';

/** A workflow of `flows/n8n/`, with what a builder still has to choose in it, by the node's name. */
export function completedExample(
	file: string,
	choices: Record<string, Partial<N8nNode>>,
): WorkflowFile {
	const path = join(__dirname, '../../../flows/n8n', file);
	const flow = JSON.parse(readFileSync(path, 'utf8')) as Omit<WorkflowFile, 'nodes'> & {
		nodes: N8nNode[];
	};
	for (const [name, choice] of Object.entries(choices)) {
		const node = flow.nodes.find((one) => one.name === name);
		if (!node) throw new Error(`${file} has no node "${name}"`);
		Object.assign(node, choice);
	}
	return flow;
}
