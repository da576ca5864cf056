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
		parameters: {
			headerParameters?: { parameters: Array<{ name: string; value: string }> };
			jsCode?: string;
		};
	}>;
}
interface NodeRedNode {
	name?: string;
	func?: string;
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

type Item = { handover: typeof ANSWER };

function saidBeforeOnN8n(handover: object): Item[] {
	const { nodes } = read('n8n/messenger.json') as N8nFlow;
	const { parameters } = nodes.find(({ name }) => name === 'What Was Said Before')!;
	const run = new Function('$input', parameters.jsCode!) as (input: object) => unknown;
	const items = [{ json: { handover } }];
	return (run({ all: () => items }) as Array<{ json: Item }>).map(({ json }) => json);
}

function saidBeforeOnNodeRed(handover: object): Item[] {
	const nodes = read('node-red/messenger.json') as NodeRedNode[];
	const { func } = nodes.find(({ name }) => name === 'What Was Said Before')!;
	const run = new Function('msg', func!) as (message: object) => unknown;
	return (run({ handover }) as Item[][])[0]!;
}

const ANSWER = {
	botId: 'default',
	conversationId: 'c1',
	begunAt: 1_764_330_000_123,
	messageSeq: 7,
	reply: 'We open at nine.',
	replySeq: 8,
	recordedReplies: [],
};

describe.each([
	['n8n', keyOnN8n],
	['Node-RED', keyOnNodeRed],
])('the key of what the flow for messengers sends on %s', (_platform, keyOf) => {
	test.each([
		['what goes out', ANSWER, 'default/c1/1764330000123/8'],
		['the next text', { ...ANSWER, replySeq: 9 }, 'default/c1/1764330000123/9'],
		[
			'one to ids that no header may have',
			{ ...ANSWER, botId: 'a/b', conversationId: 'für\n7' },
			'a%2Fb/f%C3%BCr%0A7/1764330000123/8',
		],
		[
			'an answer that an older version let out, which does not number it',
			{ ...ANSWER, replySeq: undefined, action: null },
			'default/c1/1764330000123/7/reply',
		],
		[
			'its closing message likewise',
			{ ...ANSWER, replySeq: null, action: { kind: 'sendClosingMessage' } },
			'default/c1/1764330000123/7/closing',
		],
	])('is that of %s', async (_title, handover, key) => {
		expect(await keyOf(handover)).toBe(key);
	});
});

describe.each([
	['n8n', saidBeforeOnN8n, keyOnN8n],
	['Node-RED', saidBeforeOnNodeRed, keyOnNodeRed],
])(
	'with a message that comes again, the flow for messengers on %s',
	(_platform, saidBefore, keyOf) => {
		test('sends what was said before, each text under the key that it had', async () => {
			const said = [
				{ text: 'One moment.', seq: 8 },
				{ text: 'We open at nine.', seq: 9 },
			];
			const again = { ...ANSWER, reply: null, replySeq: null, recordedReplies: said };
			const items = saidBefore(again);
			expect(items.map(({ handover }) => handover.reply)).toEqual(said.map(({ text }) => text));
			for (const [index, { seq }] of said.entries()) {
				const first = await keyOf({ ...ANSWER, replySeq: seq });
				expect(await keyOf(items[index]!.handover)).toBe(first);
			}
		});

		test('sends nothing when nothing was said, and has a message to confirm', () => {
			const silent = { ...ANSWER, reply: null, replySeq: null };
			expect(saidBefore(silent)).toEqual([{ handover: silent }]);
			// As an older version has it.
			const older = { ...silent, recordedReplies: undefined };
			expect(saidBefore(older)).toEqual([{ handover: older }]);
		});
	},
);
