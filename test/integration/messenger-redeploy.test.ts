import { takesPosts } from '../../start/wait-until-live';
import { listenForAnswers, type AnswerListener } from './answer-listener';
import { startMessengerFlow } from './flows/messenger-flow';
import type { NodeRedNode } from './flows/node-red-flow';
import { until } from './until';
import { BOOT_PATIENCE, type TestPlatform } from './with-platform';

jest.setTimeout(60_000);

describe('a redeploy of the flow for messengers on Node-RED', () => {
	let platform: TestPlatform;
	let messenger: AnswerListener;

	beforeAll(async () => {
		messenger = await listenForAnswers();
		platform = await startMessengerFlow('node-red', messenger.url);
	}, BOOT_PATIENCE);
	afterAll(async () => {
		await platform?.dispose();
		await messenger?.close();
	}, 60_000);

	const request = (
		path: string,
		body: unknown,
		{
			headers = {},
			patience = 20_000,
		}: { headers?: Record<string, string>; patience?: number } = {},
	) =>
		fetch(`${platform.running.apiUrl}${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...headers },
			body: JSON.stringify(body),
			signal: AbortSignal.timeout(patience),
		});
	const write = (conversationId: string, patience?: number) =>
		request(
			'/handover/messenger',
			{ conversationId, messageId: 'm1', text: 'how long does shipping take?' },
			patience === undefined ? {} : { patience },
		);

	/**
	 * As a messenger does: it sends again what got no answer. Node-RED confirms a deployment before its
	 * nodes are up, and what an http in node passes on to a node that is not there yet is gone.
	 */
	async function untilAdmitted(conversationId: string): Promise<void> {
		const address = `${platform.running.apiUrl}/handover/messenger`;
		await until('the flow for messengers', async () => await takesPosts(address));
		await until('the message to be admitted', async () => {
			const answer = await write(conversationId, 5_000).catch(() => undefined);
			return answer?.status === 200;
		});
	}

	/** With another setting of the Gate, so that it is deployed anew whatever the way. */
	async function deploy(type: string, keepDays: number): Promise<void> {
		const read = await fetch(`${platform.running.apiUrl}/flows`);
		const nodes = ((await read.json()) as NodeRedNode[]).map((node) =>
			node.type === 'handover-gate' ? { ...node, keepDays } : node,
		);
		const { status } = await request('/flows', nodes, {
			headers: { 'Node-RED-Deployment-Type': type },
		});
		expect(status).toBe(204);
	}

	test.each([
		['full', 71],
		['flows', 72],
		['nodes', 73],
	])(
		'of %s refuses the message that waits, and it is answered once when it comes again',
		async (type, keepDays) => {
			const waiting = write(type);
			await new Promise((resolve) => setTimeout(resolve, 1_000));
			await deploy(type, keepDays);
			const refused = await waiting;
			expect(refused.status).toBe(503);
			expect(await refused.json()).toEqual({ code: 'STORE_CLOSED', message: expect.any(String) });
			await untilAdmitted(type);
			expect((await write(type)).status).toBe(200);
			await until('an answer', () => messenger.textsOf(type).length > 0);
			// A second one would have come by then.
			await new Promise((resolve) => setTimeout(resolve, 1_000));
			expect(messenger.textsOf(type)).toEqual([expect.stringContaining('2 to 4 working days')]);
		},
	);
});
