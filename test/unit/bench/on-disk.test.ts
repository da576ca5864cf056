import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ON_DISK, peerOnDisk } from '../../../bench/flow/on-disk';
import type { NodeRedNode } from '../../../bench/flow/second-flow';

const peer = JSON.parse(
	readFileSync(join(__dirname, '../../../bench/peers/node-red.json'), 'utf8'),
) as NodeRedNode[];
const flow = peerOnDisk(peer);

/** As a Function node runs it. */
async function run(name: string, msg: object, context: Map<string, unknown>): Promise<unknown> {
	const { func } = flow.find((node) => node['name'] === name)!;
	const used = {
		get: (key: string, store: string) => context.get(`${store} ${key}`),
		set: (key: string, value: unknown, store: string) => context.set(`${store} ${key}`, value),
	};
	const AsyncFunction = Object.getPrototypeOf(run).constructor as new (
		...code: string[]
	) => (msg: object, flow: object) => Promise<unknown>;
	return await new AsyncFunction('msg', 'flow', func!)(msg, used);
}

test('is the peer, at an address of its own', () => {
	expect(flow.map(({ type }) => type)).toEqual(peer.map(({ type }) => type));
	const urls = flow.filter(({ type }) => type === 'http in').map(({ url }) => url);
	expect(urls).toEqual([`/${ON_DISK}/message`, `/${ON_DISK}/conversation`]);
});

test('keeps all it knows in the file', async () => {
	const context = new Map<string, unknown>();
	const message = () => ({ payload: { conversationId: 'one', messageId: '1', text: 'Hello' } });
	const first = await run('Delivered Before?', message(), context);
	const again = await run('Delivered Before?', message(), context);
	expect(first).toEqual([expect.objectContaining({ duplicate: false }), null]);
	expect(again).toEqual([null, expect.objectContaining({ duplicate: true })]);
	expect([...context.keys()]).toEqual(['onDisk seen:one']);
});
