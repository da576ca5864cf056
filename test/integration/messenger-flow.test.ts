import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_CLOSING_MESSAGE } from '../../handover/actions/send-closing-message';
import { N8nRest } from '../../start/n8n-rest';
import { takesPosts } from '../../start/wait-until-live';
import { listenForAnswers, type AnswerListener } from './answer-listener';
import { readNodeRedReference, type NodeRedNode } from './flows/node-red-flow';
import { completedExample } from './flows/example-flow';
import { startWithFlow } from './flows/with-flow';
import { until } from './until';
import {
	BOOT_PATIENCE,
	PLATFORMS,
	startTestPlatform,
	type PlatformUnderTest,
	type TestPlatform,
} from './with-platform';

jest.setTimeout(60_000);

/** The flow, with the address that a builder sets, beside the reference flow. */
async function startMessengerFlow(platform: PlatformUnderTest, url: string): Promise<TestPlatform> {
	if (platform === 'node-red') {
		const path = join(__dirname, '../../flows/node-red/messenger.json');
		const text = readFileSync(path, 'utf8').replace('http://localhost:1880/messenger/sent', url);
		const nodes = [...readNodeRedReference(), ...(JSON.parse(text) as NodeRedNode[])];
		const all = [...new Map(nodes.map((node) => [node.id, node])).values()];
		return await startWithFlow('node-red', JSON.stringify(all));
	}
	const started = await startTestPlatform('n8n');
	const rest = new N8nRest(started.running.url);
	await rest.logIn(started.running.owner!);
	const read = completedExample('messenger.json', {});
	const text = JSON.stringify(read).replace('https://messenger.example/send', url);
	await rest.publish(await rest.createWorkflow(JSON.parse(text) as typeof read));
	const address = `${started.running.apiUrl}/handover/messenger`;
	await until('the flow for messengers', async () => await takesPosts(address));
	return started;
}

describe.each(PLATFORMS)('the flow for messengers on %s', (name) => {
	let platform: TestPlatform;
	let messenger: AnswerListener;

	beforeAll(async () => {
		messenger = await listenForAnswers();
		platform = await startMessengerFlow(name, messenger.url);
	}, BOOT_PATIENCE);
	afterAll(async () => {
		await platform?.dispose();
		await messenger?.close();
	}, 60_000);

	/** @returns milliseconds that the messenger waited for the answer to its request */
	async function write(conversationId: string, messageId: string, text: string): Promise<number> {
		const begun = Date.now();
		const response = await fetch(`${platform.running.apiUrl}/handover/messenger`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ conversationId, messageId, text }),
			signal: AbortSignal.timeout(20_000),
		});
		expect(response.status).toBe(200);
		return Date.now() - begun;
	}
	const answersTo = (conversationId: string) => messenger.textsOf(conversationId);

	test('a burst is answered once, and by all of it; the messenger need not wait', async () => {
		const waited = [];
		for (const [index, text] of ['hi', 'one thing', 'how long does shipping take?'].entries()) {
			waited.push(await write('burst', `b${index}`, text));
		}
		await until('an answer', () => answersTo('burst').length > 0);
		expect(answersTo('burst')).toEqual([expect.stringContaining('2 to 4 working days')]);
		await write('burst', 'b1', 'one thing');
		await new Promise((resolve) => setTimeout(resolve, 4_000));
		expect(answersTo('burst')).toHaveLength(1);
		// Each is a whole execution of n8n at most, and never the three seconds of the burst.
		expect(Math.min(...waited)).toBeLessThan(2_500);
	});

	test('a request for a human does not wait for more; then the bot is silent', async () => {
		await write('human', 'h1', 'my parcel is late');
		await write('human', 'h2', 'Can I talk to a human?');
		await until('the closing message', () => answersTo('human').length > 0);
		await write('human', 'h3', 'hello?');
		await new Promise((resolve) => setTimeout(resolve, 4_000));
		expect(answersTo('human')).toEqual([DEFAULT_CLOSING_MESSAGE]);
	});
});
