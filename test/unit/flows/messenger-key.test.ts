import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { fieldReader } from '../../../nodes/node-red/read-field';
import { FakeNode, fakeRed } from '../node-red/node-red-fakes';

const FLOWS = join(__dirname, '../../../flows');
const read = (file: string): unknown => JSON.parse(readFileSync(join(FLOWS, file), 'utf8'));

interface N8nFlow {
	nodes: Array<{
		name: string;
		parameters: { headerParameters?: { parameters: Array<{ name: string; value: string }> } };
	}>;
}
interface NodeRedNode {
	name?: string;
	rules?: Array<{ t: string; p: string; to?: string; tot?: string }>;
}

function keyOnN8n(handover: object): unknown {
	const { nodes } = read('n8n/messenger.json') as N8nFlow;
	const sends = nodes.find(({ name }) => name === 'Send to the Messenger');
	const headers = sends?.parameters.headerParameters?.parameters ?? [];
	const { value } = headers.find(({ name }) => name === 'Idempotency-Key')!;
	const expression = /^=\{\{(.*)\}\}$/s.exec(value)![1]!;
	return runInNewContext(expression, { $json: { handover } });
}

async function keyOnNodeRed(handover: object): Promise<unknown> {
	const nodes = read('node-red/messenger.json') as NodeRedNode[];
	const rules = nodes.find(({ name }) => name === 'What Goes Out, and Where')?.rules ?? [];
	// Nothing of the channel's request, nor of the try before, may go out with it.
	expect(rules.filter(({ p }) => p === 'headers').map(({ t }) => t)).toEqual(['delete', 'set']);
	const { to: value, tot: type } = rules.at(-1)!;
	const evaluate = fieldReader(fakeRed(), new FakeNode().asNode, 'key', { value, type });
	const headers = await evaluate({ _msgid: 'm', handover } as never);
	return (headers as Record<string, unknown>)['Idempotency-Key'];
}

const ANSWER = {
	botId: 'default',
	conversationId: 'c1',
	begunAt: 1_764_330_000_123,
	messageSeq: 7,
	action: null,
};
const closing = { ...ANSWER, action: { kind: 'sendClosingMessage', status: 'done' } };

describe.each([
	['n8n', keyOnN8n],
	['Node-RED', keyOnNodeRed],
])('the key of what the flow for messengers sends on %s', (_platform, keyOf) => {
	test.each([
		['an answer', ANSWER, 'default/c1/1764330000123/7/reply'],
		['a closing message', closing, 'default/c1/1764330000123/7/closing'],
		[
			'one to ids that no header may have',
			{ ...ANSWER, botId: 'a/b', conversationId: 'für\n7' },
			'a%2Fb/f%C3%BCr%0A7/1764330000123/7/reply',
		],
	])('is that of %s', async (_title, handover, key) => {
		expect(await keyOf(handover)).toBe(key);
	});
});
