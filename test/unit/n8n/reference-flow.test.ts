import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode, INodeType, IConnections } from 'n8n-workflow';

const ROOT = join(__dirname, '../../..');
const PACKAGE = '@human-handover/n8n-nodes-human-handover.';
const flow = JSON.parse(readFileSync(join(ROOT, 'flows/n8n/reference.json'), 'utf8')) as {
	nodes: INode[];
	connections: IConnections;
};
/** But for the trigger, which n8n itself starts. */
const ours = flow.nodes.filter(({ type }) => type.startsWith(PACKAGE) && !type.endsWith('Trigger'));
const targetsOf = (name: string) =>
	flow.connections[name]!.main!.map((output) => (output ?? []).map(({ node }) => node));

test('every wire leads to a node that is there', () => {
	const names = flow.nodes.map(({ name }) => name);
	for (const from of Object.keys(flow.connections)) {
		expect(names).toContain(from);
		for (const to of targetsOf(from).flat()) expect(names).toContain(to);
	}
});

test('both requests have a webhook id, without which n8n does not register an imported webhook', () => {
	const webhooks = flow.nodes.filter(({ type }) => type === 'n8n-nodes-base.webhook');
	expect(webhooks.map(({ parameters }) => parameters.path)).toEqual([
		'handover/message',
		'handover/conversation',
	]);
	expect(webhooks.every(({ webhookId }) => webhookId)).toBe(true);
});

test.each(ours.map((node) => [node.name, node] as const))(
	'%s has only fields that exist, every output wired, and its errors answered',
	(name, node) => {
		const { description } = load(node.type.slice(PACKAGE.length));
		const fields = description.properties.map((field) => field.name);
		expect(fields).toEqual(expect.arrayContaining(Object.keys(node.parameters)));
		expect(node.onError).toBe('continueErrorOutput');
		const targets = targetsOf(name);
		expect(targets.every((names) => names.length === 1)).toBe(true);
		expect(targets.at(-1)).toEqual([expect.stringMatching(/^Respond with .*Error$/)]);
	},
);

test('all six actions are on the way of every scenario, also when one fails', () => {
	const seen: string[] = [];
	let at = 'Assign Conversation';
	while (flow.connections[at]) {
		const [done, failed] = targetsOf(at);
		expect(failed).toEqual(done);
		seen.push(flow.nodes.find(({ name }) => name === at)!.type.slice(PACKAGE.length));
		at = done![0]!;
	}
	expect(seen.sort()).toEqual([
		'addTags',
		'assignConversation',
		'createTask',
		'notifyStaff',
		'pauseBot',
		'sendClosingMessage',
	]);
	expect(at).toBe('Respond with Closing Message');
});

function load(name: string): INodeType {
	const folder = name[0]!.toUpperCase() + name.slice(1);
	return new (jest.requireActual(join(ROOT, 'nodes/n8n', folder, `${folder}.node.ts`))[folder])();
}
