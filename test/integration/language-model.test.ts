import type { Classification } from '../../handover/classifier/classifier';
import { N8nRest } from '../../start/n8n-rest';
import type { RunningPlatform } from '../../start/platform';
import { takesPosts } from '../../start/wait-until-live';
import { FakeModelServer, KEY, SERVER_FAULTS } from '../builders/fake-model-server';
import { n8nModelFlow, nodeRedModelFlow } from './flows/model-flow';
import { startWithFlow } from './flows/with-flow';
import { until } from './until';
import { BOOT_PATIENCE, startTestPlatform, type TestPlatform } from './with-platform';

jest.setTimeout(60_000);

/** Milliseconds for one message. */
const PATIENCE = 20_000;
const VAGUE = 'What about the other thing?';

let server: FakeModelServer;
beforeAll(async () => {
	server = await new FakeModelServer().start();
});
afterAll(async () => await server.stop());

let count = 0;
/** What the classifier of the flow at `url` makes of a new conversation's first message. */
async function classify(url: string, text = VAGUE): Promise<Classification> {
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ conversationId: `model-${++count}`, text }),
		signal: AbortSignal.timeout(PATIENCE),
	});
	expect(response.status).toBe(200);
	return (await response.json()) as Classification;
}

/** The same promises, wherever the model comes from. */
function promises(url: () => string, name: string) {
	test('the model decides, and says why', async () => {
		server.judge({ contactRequest: 0.9 }, { reason: 'Asks for a person.', quote: 'other thing' });
		expect(await classify(url())).toMatchObject({
			label: 'contactRequest',
			probability: 0.9,
			classifier: `model ${name} prompt/2`,
			evidence: [
				{ rule: 'modelReason', text: 'Asks for a person.' },
				{ rule: 'modelQuote', text: 'other thing' },
			],
		});
		expect(server.lastBody).toMatchObject({ model: name, temperature: 0 });
	});

	test.each(Object.entries(SERVER_FAULTS))(
		'when its server fails (%s), the built-in decision stands',
		async (fault, set) => {
			set(server);
			const { label, classifier } = await classify(url());
			const reason = fault.split(',')[0];
			expect(label).toBe('continue');
			expect(classifier).toMatch(new RegExp(`^builtIn/\\d+ \\(model unavailable: ${reason}\\)$`));
		},
	);

	test('a server that comes back in time is asked again', async () => {
		server.judge({ contactRequest: 0.9 }).failOnce(429, 1);
		expect((await classify(url())).label).toBe('contactRequest');
		const [refused, answered] = server.calls.map(({ timestamp }) => timestamp);
		// `Retry-After` said one second; a timer may fire a little early.
		expect(answered! - refused!).toBeGreaterThanOrEqual(990);
	});

	test('a sure request for a human is sent to nobody', async () => {
		server.judge({ contactRequest: 0 });
		const { label } = await classify(url(), 'I want to talk to a human');
		expect([label, server.calls.length]).toEqual(['contactRequest', 0]);
	});
}

describe('on Node-RED', () => {
	let platform: TestPlatform;

	beforeAll(async () => {
		const flow = nodeRedModelFlow('model', server.baseUrl);
		platform = await startWithFlow('node-red', JSON.stringify(flow));
		await editModel(platform.running.url, { credentials: { apiKey: KEY } });
	}, BOOT_PATIENCE);
	afterAll(async () => await platform?.dispose(), 60_000);

	promises(() => `${platform.running.url}/model`, 'small');

	test('a redeploy ends a running call, and the message is answered', async () => {
		server.hang();
		const classifying = classify(`${platform.running.url}/model`);
		await new Promise((resolve) => setTimeout(resolve, 300));
		await editModel(platform.running.url, { concurrency: '3' });
		expect((await classifying).classifier).toContain('(model unavailable: closed)');
	});
});

/** Deploys a change of the config node, and with it of the nodes that use it, as the editor does. */
async function editModel(url: string, change: object): Promise<void> {
	const flows = (await (await fetch(`${url}/flows`)).json()) as Array<{ type: string }>;
	const edited = flows.map((node) =>
		node.type === 'handover-model' ? { ...node, ...change } : node,
	);
	const response = await fetch(`${url}/flows`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'Node-RED-Deployment-Type': 'nodes' },
		body: JSON.stringify(edited),
	});
	expect(response.ok).toBe(true);
	// Node-RED answers the deployment before it has started the nodes: a message sent by then is lost.
	await until('the flow answers', async () => await answersMessages(`${url}/model`));
}

/** Whether a message comes out at the other end; one that no language model is asked about. */
async function answersMessages(url: string): Promise<boolean> {
	const probe = { conversationId: `probe-${++count}`, text: 'I want to talk to a human' };
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(probe),
		signal: AbortSignal.timeout(2_000),
	}).catch(() => undefined);
	await response?.body?.cancel();
	return response?.ok ?? false;
}

describe('on n8n', () => {
	let platform: TestPlatform;
	const at = (path: string) => `${platform.running.url}/webhook/${path}`;

	beforeAll(async () => {
		platform = await startTestPlatform('n8n');
		await publishFlows(platform.running);
	}, BOOT_PATIENCE);
	afterAll(async () => await platform?.dispose(), 60_000);

	describe('with a Chat Model sub-node', () => promises(() => at('attached'), 'attached-model'));
	describe('with an OpenAI-compatible server', () => promises(() => at('server'), 'small'));

	test('where no sub-node is attached, the built-in decision stands', async () => {
		const { classifier } = await classify(at('nobody'));
		expect(classifier).toContain('(model unavailable: not connected)');
	});
});

async function publishFlows({ url, owner }: RunningPlatform): Promise<void> {
	const rest = new N8nRest(url);
	await rest.logIn(owner!);
	const id = async (type: string, data: object) => ({
		[type]: { id: await rest.createCredential(type, type, data), name: type },
	});
	const attached = {
		type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
		typeVersion: 1.2,
		parameters: {
			model: { __rl: true, mode: 'id', value: 'attached-model' },
			options: { maxRetries: 0 },
		},
		credentials: await id('openAiApi', { apiKey: KEY, url: server.baseUrl }),
	};
	const own = await id('handoverModelApi', { apiKey: KEY, baseUrl: server.baseUrl });
	const ofSubNode = { languageModel: 'chatModel' };
	const ofServer = { languageModel: 'openAi', modelName: 'small' };
	const flows = [
		n8nModelFlow({ path: 'attached', parameters: ofSubNode, chatModel: attached }),
		n8nModelFlow({ path: 'server', parameters: ofServer, credentials: own }),
		n8nModelFlow({ path: 'nobody', parameters: ofSubNode }),
	];
	for (const flow of flows) await rest.publish(await rest.createWorkflow(flow));
	for (const path of ['attached', 'server', 'nobody']) {
		await until(path, async () => await takesPosts(`${url}/webhook/${path}`));
	}
}
