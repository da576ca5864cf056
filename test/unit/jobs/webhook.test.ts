import { Webhook } from 'standardwebhooks';
import { runDueJobs } from '../../../handover/jobs/job-runner';
import { pingWebhook } from '../../../handover/jobs/webhook';
import { outboxStage, SECRET, WEBHOOK } from '../../builders/outbox-stage';
import { NOON } from '../../builders/services';

const stage = outboxStage();
const { receiver, deliveries, notify, file } = stage;

beforeEach(() => {
	// The library compares with the time that it is.
	stage.services.clock.at = Date.now();
});

describe('a webhook', () => {
	test('is posted with a signature that the library of Standard Webhooks takes', async () => {
		await stage.perform('assignConversation');
		await notify({
			fields: { conversationLink: 'https://desk.example/{conversationId}?b={botId}' },
		});
		const [job] = (await deliveries()).jobs;
		await runDueJobs(stage.services);
		const [call] = receiver.calls;
		expect(call?.url).toBe(WEBHOOK.url);
		const { conversation, handover } = await file();
		expect(new Webhook(SECRET).verify(call!.body, call!.headers)).toEqual({
			type: 'staff.notified',
			timestamp: new Date(stage.services.clock.at).toISOString(),
			data: {
				reason: 'conversationAssigned',
				botId: conversation.botId,
				conversationId: conversation.conversationId,
				handoverId: handover?.id,
				scenario: 'contactRequest',
				staff: { id: 'Ana', name: 'Ana', email: null },
				links: { conversation: 'https://desk.example/c?b=default' },
			},
		});
		expect(call?.headers['webhook-id']).toBe(job?.id);
	});

	test('is signed anew for each try, under the same id', async () => {
		receiver.answers = [503, 200];
		await stage.perform('assignConversation', { acceptWithin: 0 });
		await notify();
		await runDueJobs(stage.services);
		stage.services.clock.advance(3_600_000);
		await runDueJobs(stage.services);
		const [first, second] = receiver.calls.map(({ headers }) => headers);
		expect(second?.['webhook-id']).toBe(first?.['webhook-id']);
		expect(Number(second?.['webhook-timestamp'])).toBe(
			Number(first?.['webhook-timestamp']) + 3_600,
		);
		expect(second?.['webhook-signature']).not.toBe(first?.['webhook-signature']);
	});

	test('has one message for each reason, beside the notifications in the store', async () => {
		await stage.perform('assignConversation');
		await stage.perform('createTask');
		await notify({ fields: { onTaskAssigned: true } });
		await runDueJobs(stage.services);
		const reasons = receiver.calls.map(
			({ body }) => (JSON.parse(body) as { data: { reason: string } }).data.reason,
		);
		expect(reasons.sort()).toEqual(['conversationAssigned', 'taskAssigned']);
		const channels = (await file()).notifications.map(({ channel }) => channel).sort();
		expect(channels).toEqual(['inApp', 'inApp', 'webhook', 'webhook']);
	});

	test('is not sent twice when the action is called again, nor without a webhook', async () => {
		await stage.perform('assignConversation');
		await notify();
		await notify();
		await runDueJobs(stage.services);
		expect(receiver.calls).toHaveLength(1);
		await notify({ webhook: undefined });
		await runDueJobs(stage.services);
		expect(receiver.calls).toHaveLength(1);
	});

	test('keeps its secret out of jobs, events and exports, and the contact’s text out of itself', async () => {
		await stage.startTurn('my secret question to a human');
		await stage.perform('assignConversation');
		receiver.answers = [500];
		await notify();
		await runDueJobs(stage.services);
		const { transcript, handovers, ...rest } = await file();
		expect(JSON.stringify(rest)).not.toContain(SECRET.slice(6));
		expect(JSON.stringify([rest.jobs, rest.events, receiver.calls])).not.toContain('question');
		expect(JSON.stringify([transcript, handovers])).not.toContain(SECRET.slice(6));
	});

	test('goes where the settings say now, and with their secret', async () => {
		const other = `whsec_${Buffer.alloc(24, 9).toString('base64')}`;
		receiver.answers = [503, 200];
		await stage.perform('assignConversation');
		await notify();
		await runDueJobs(stage.services);
		await stage.startTurn('again');
		await notify({ webhook: { ...WEBHOOK, url: 'https://new.example/', secret: other } });
		stage.services.clock.advance(5_000);
		await runDueJobs(stage.services);
		const call = receiver.calls[1]!;
		expect(call.url).toBe('https://new.example/');
		stage.services.clock.advance(-5_000);
		expect(() => new Webhook(other).verify(call.body, call.headers)).not.toThrow();
	});

	test.each([
		['no address', { url: '' }],
		['an address of another scheme', { url: 'file:///etc/passwd' }],
		['an address with a password', { url: 'https://me:secret@desk.example/' }],
		['no secret', { secret: '' }],
		['a secret that is too short', { secret: 'whsec_c2hvcnQ=' }],
		['a secret without its prefix', { secret: SECRET.slice(6) }],
	])('with %s the action fails, is on record, and may be tried again', async (_case, given) => {
		await stage.perform('assignConversation');
		const { output, handover } = await notify({ webhook: { ...WEBHOOK, ...given } });
		expect(output).toBe('failed');
		expect(handover.action?.error?.code).toBe('WEBHOOK_INVALID');
		expect(JSON.stringify(handover.action)).not.toContain('me:secret');
		// What needs no setting reaches the assignee all the same.
		expect((await file()).notifications).toMatchObject([{ staffId: 'Ana', channel: 'inApp' }]);
		expect((await notify()).output).toBe('done');
	});

	test('a test message is signed, and says whether it was taken', async () => {
		const { send } = stage.services.outbox;
		await pingWebhook(WEBHOOK, send, Date.now());
		const [call] = receiver.calls;
		expect(new Webhook(SECRET).verify(call!.body, call!.headers)).toMatchObject({
			type: 'webhook.test',
		});
		receiver.answers = [401];
		await expect(pingWebhook(WEBHOOK, send, NOON)).rejects.toMatchObject({ code: 'HTTP_401' });
	});
});
