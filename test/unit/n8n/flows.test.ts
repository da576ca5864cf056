import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IConnections, INode, INodeType } from 'n8n-workflow';

const ROOT = join(__dirname, '../../..');
const FLOWS = join(ROOT, 'flows/n8n');
const PACKAGE = '@human-handover/n8n-nodes-human-handover.';
/** Which n8n listens for once the workflow is published. */
const WEBHOOKS = ['n8n-nodes-base.webhook', '@n8n/n8n-nodes-langchain.chatTrigger'];
/** What n8n adds to a node that is used as a tool. */
const TOOL = { suffix: /Tool$/, fields: ['descriptionType', 'toolDescription'] };

interface Flow {
	id: string;
	nodes: INode[];
	connections: IConnections;
}
const read = (file: string) => JSON.parse(readFileSync(join(FLOWS, file), 'utf8')) as Flow;
const files = readdirSync(FLOWS);

describe.each(files)('the workflow %s', (file) => {
	const { nodes, connections } = read(file);
	const names = nodes.map(({ name }) => name);
	const ours = nodes.filter(({ type }) => type.startsWith(PACKAGE));
	const outputsOf = (name: string) => connections[name]?.['main'] ?? [];

	test('has every node once, and every wire ends at one', () => {
		expect(new Set(names).size).toBe(names.length);
		for (const [from, byType] of Object.entries(connections)) {
			const targets = Object.values(byType).flatMap((outputs) => outputs.flat());
			expect(names).toEqual(expect.arrayContaining([from, ...targets.map((to) => to!.node)]));
		}
	});

	test('gives its webhooks an id, without which n8n does not register them', () => {
		const webhooks = nodes.filter(({ type }) => WEBHOOKS.includes(type));
		expect(webhooks.every(({ webhookId }) => webhookId)).toBe(true);
	});

	test('gives our nodes fields that they have', () => {
		for (const node of ours) {
			const fields = load(node.type).description.properties.map(({ name }) => name);
			const known = TOOL.suffix.test(node.type) ? [...fields, ...TOOL.fields] : fields;
			expect(known).toEqual(expect.arrayContaining(Object.keys(node.parameters)));
		}
	});

	test('leaves no output open of a node whose errors go their own way', () => {
		for (const { name } of ours.filter(({ onError }) => onError === 'continueErrorOutput')) {
			const outputs = outputsOf(name);
			expect(outputs.map((targets) => targets?.length)).toEqual(outputs.map(() => 1));
			expect(outputs.at(-1)?.[0]?.node).toMatch(/^Respond with .*Error$/);
		}
	});
});

test('the workflows can be imported beside each other', () => {
	const flows = files.map(read);
	const webhooks = flows
		.flatMap(({ nodes }) => nodes)
		.filter(({ webhookId }) => webhookId)
		.map(({ webhookId, parameters }) => [webhookId, parameters.path]);
	for (const values of [flows.map(({ id }) => id), ...transposed(webhooks)]) {
		expect(new Set(values).size).toBe(values.length);
	}
});

test('what is to be published has a Handover Trigger, which keeps timers running after a restart', () => {
	const published = files
		.map(read)
		.filter(({ nodes }) => nodes.some(({ type }) => WEBHOOKS.includes(type)));
	const without = published.filter(
		({ nodes }) => !nodes.some(({ type }) => type === `${PACKAGE}handoverTrigger`),
	);
	expect(without.map(({ id }) => id)).toEqual([]);
});

test('every node is shown in one of the workflows', () => {
	const { n8n } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
		n8n: { nodes: string[] };
	};
	const shown = new Set(files.flatMap((file) => read(file).nodes).map(({ type }) => type));
	const types = n8n.nodes.map((path) => /(\w+)\.node\.js$/.exec(path)![1]!);
	const missing = types.filter(
		(type) => !shown.has(PACKAGE + type[0]!.toLowerCase() + type.slice(1)),
	);
	expect(missing).toEqual([]);
});

function transposed(rows: unknown[][]): unknown[][] {
	return [rows.map(([first]) => first), rows.map(([, second]) => second)];
}

function load(type: string): INodeType {
	const name = type.slice(PACKAGE.length).replace(TOOL.suffix, '');
	const file = name[0]!.toUpperCase() + name.slice(1);
	return new (jest.requireActual(join(ROOT, 'nodes/n8n', file, `${file}.node.ts`))[file])();
}
