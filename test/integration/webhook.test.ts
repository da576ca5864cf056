import { DEFAULT_CLOSING_MESSAGE } from '../../handover/actions/send-closing-message';
import { N8nRest } from '../../start/n8n-rest';
import type { RunningPlatform } from '../../start/platform';
import { postMessage, readConversation, sendMessage } from '../../start/reference-flow-client';
import { takesPosts } from '../../start/wait-until-live';
import { SECRET } from '../builders/outbox-stage';
import { WebhookReceiver } from '../builders/webhook-receiver';
import { listenForEvents, type EventListener } from './event-listener';
import type { NodeRedNode } from './flows/node-red-flow';
import { n8nWebhookFlow, PATH, withWebhook } from './flows/webhook-flow';
import { until } from './until';
import { BOOT_PATIENCE, PLATFORMS, startTestPlatform, type TestPlatform } from './with-platform';

jest.setTimeout(120_000);

const ASKS = 'Can I talk to a human?';
/** Seconds. */
const RETRY_AFTER = 4;

const CONFIGURE = {
	async 'node-red'({ url }: RunningPlatform, receiver: WebhookReceiver, listener: string) {
		const nodes = (await (await fetch(`${url}/flows`)).json()) as NodeRedNode[];
		const response = await fetch(`${url}/flows`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(withWebhook(nodes, receiver.url, SECRET, listener)),
		});
		expect(response.ok).toBe(true);
	},
	async n8n({ url, owner, apiUrl }: RunningPlatform, receiver: WebhookReceiver, listener: string) {
		const rest = new N8nRest(url);
		await rest.logIn(owner!);
		const type = 'handoverWebhookApi';
		const id = await rest.createCredential(type, type, { url: receiver.url, secret: SECRET });
		const flow = n8nWebhookFlow({ id, name: type }, listener);
		await rest.publish(await rest.createWorkflow(flow));
		await until('the flow listens', () => takesPosts(`${apiUrl}/${PATH}/handover/message`));
	},
};

describe.each(PLATFORMS)('a webhook from %s', (name) => {
	let platform: TestPlatform;
	let receiver: WebhookReceiver;
	/** In the place of the builder's team. */
	let team: EventListener;
	/** On n8n the flow with the webhook stands beside the reference flow. */
	const api = () => platform.running.apiUrl + (name === 'n8n' ? `/${PATH}` : '');
	const callsOf = (conversationId: string) =>
		receiver.calls.filter(({ body }) => body.data['conversationId'] === conversationId);
	const idsOf = (conversationId: string) =>
		new Set(callsOf(conversationId).map(({ id }) => id)).size;
	const deliveriesOf = async (conversationId: string) =>
		(await readConversation(api(), conversationId)).deliveries;

	beforeAll(async () => {
		receiver = await new WebhookReceiver(SECRET).start();
		team = await listenForEvents();
		platform = await startTestPlatform(name);
		await CONFIGURE[name](platform.running, receiver, team.url);
		// Node-RED answers a deployment before it has started the nodes.
		const probe = { conversationId: 'probe', text: 'Hello' };
		await until('the flow answers', async () => {
			const answer = await postMessage(api(), probe).catch(() => undefined);
			return answer?.status === 200;
		});
	}, BOOT_PATIENCE);
	afterAll(async () => {
		await platform?.dispose();
		await receiver?.stop();
		await team?.close();
	}, 60_000);

	test('reaches its receiver, signed, and no sooner than it asked for after it failed', async () => {
		const busy = { status: 503, headers: { 'Retry-After': String(RETRY_AFTER) } };
		receiver.answers = [busy, busy, { status: 200 }];
		const answer = await sendMessage(api(), { conversationId: 'busy', text: ASKS });
		expect(answer).toMatchObject({ reply: DEFAULT_CLOSING_MESSAGE, owner: 'human' });
		await until('both are refused', () => callsOf('busy').length === 2);
		await until('the failure is on record', async () =>
			(await deliveriesOf('busy')).every(({ error }) => error === 'HTTP_503'),
		);
		await until('both are taken', () => callsOf('busy').length === 4);
		await until('it is on record', async () => (await deliveriesOf('busy')).length === 0);
		const calls = callsOf('busy');
		expect(calls.every(({ isValid }) => isValid)).toBe(true);
		expect(idsOf('busy')).toBe(2);
		expect(calls[2]!.at - calls[0]!.at).toBeGreaterThanOrEqual(RETRY_AFTER * 1_000);
		expect(calls.map(({ body }) => body.data['reason']).sort()).toEqual([
			'conversationAssigned',
			'conversationAssigned',
			'taskAssigned',
			'taskAssigned',
		]);
	});

	test('that is given up is told to the team, and sent when it is replayed', async () => {
		receiver.answers = [{ status: 410 }];
		await sendMessage(api(), { conversationId: 'dead', text: ASKS });
		await until('both are refused', () => callsOf('dead').length === 2);
		await until('the team hears of both', () => team.of('dead').length === 2);
		expect(team.of('dead').map(({ type }) => type)).toEqual(['delivery.dead', 'delivery.dead']);
		expect(await deliveriesOf('dead')).toHaveLength(2);

		receiver.answers = [{ status: 200 }];
		const replayed = await fetch(`${platform.running.apiUrl}/operation/replayDeliveries`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ conversationId: 'dead' }),
		});
		expect(replayed.status).toBe(200);
		await until('both are taken', () => callsOf('dead').length === 4);
		await until('it is on record', async () => (await deliveriesOf('dead')).length === 0);
		expect(callsOf('dead').every(({ isValid }) => isValid)).toBe(true);
		expect(idsOf('dead')).toBe(2);
	});

	test(
		'is delivered after the platform was killed between decision and delivery',
		async () => {
			receiver.answers = ['hang'];
			const answer = await sendMessage(api(), { conversationId: 'killed', text: ASKS });
			expect(answer).toMatchObject({ reply: DEFAULT_CLOSING_MESSAGE });
			await until('both are under way', () => callsOf('killed').length === 2);
			receiver.answers = [{ status: 200 }];
			await platform.restart('kill');
			// The dead process has the lease for half a minute.
			const taken = () => callsOf('killed').length >= 4;
			await until('the lease is over', taken).catch(() => until('both are taken', taken));
			await until('it is on record', async () => (await deliveriesOf('killed')).length === 0);
			expect(callsOf('killed').every(({ isValid }) => isValid)).toBe(true);
			expect(idsOf('killed')).toBe(2);
		},
		BOOT_PATIENCE,
	);
});
