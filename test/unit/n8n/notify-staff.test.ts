import type { ICredentialTestFunctions, ICredentialsDecrypted } from 'n8n-workflow';
import { AssignConversation } from '../../../nodes/n8n/AssignConversation/AssignConversation.node';
import { Conversation } from '../../../nodes/n8n/Conversation/Conversation.node';
import { HandoverGate } from '../../../nodes/n8n/HandoverGate/HandoverGate.node';
import { NotifyStaff } from '../../../nodes/n8n/NotifyStaff/NotifyStaff.node';
import { SECRET } from '../../builders/outbox-stage';
import { WebhookReceiver } from '../../builders/webhook-receiver';
import { until } from '../../integration/until';
import { execute, useFolderOfItsOwn, type Run } from './n8n-fakes';

useFolderOfItsOwn();

let receiver: WebhookReceiver;
beforeAll(async () => {
	receiver = await new WebhookReceiver(SECRET).start();
});
afterAll(async () => await receiver.stop());

/** Admitted, assigned and notified, with the webhook's secret as the test gives it. */
async function notify(
	conversationId: string,
	secret = SECRET,
	missing: Pick<Run, 'deleted' | 'unreachable'> = {},
) {
	const [admitted] = await execute(new HandoverGate(), {
		items: [{ conversationId, text: 'a human, please' }],
	});
	const [assigned] = await execute(new AssignConversation(), {
		items: admitted!,
		parameters: { staff: { member: [{ name: 'Ana' }] } },
	});
	return await execute(new NotifyStaff(), {
		items: assigned!,
		parameters: { sendWebhook: true, conversationLink: 'https://desk.example/{conversationId}' },
		credentials: { handoverWebhookApi: { url: receiver.url, secret } },
		...missing,
	});
}

test('posts to the webhook of its credential within seconds, signed', async () => {
	const [done] = await notify('w1');
	expect(done?.[0]?.json['handover']).toMatchObject({ action: { status: 'done' } });
	await until('the webhook arrives', () => receiver.calls.length === 1);
	expect(receiver.calls[0]).toMatchObject({
		isValid: true,
		body: {
			data: { conversationId: 'w1', links: { conversation: 'https://desk.example/w1' } },
		},
	});
});

test('a wrong secret fails the action, which leaves through Failed', async () => {
	const [done, failed] = await notify('w2', 'not a secret');
	expect(done).toEqual([]);
	expect(failed?.[0]?.json['handover']).toMatchObject({
		action: { error: { code: 'WEBHOOK_INVALID' } },
	});
});

test('a credential that is gone fails the action alone, which names it', async () => {
	const [done, failed] = await notify('w5', SECRET, { deleted: ['handoverWebhookApi'] });
	expect(done).toEqual([]);
	expect(failed?.[0]?.json['handover']).toMatchObject({
		action: {
			error: {
				code: 'WEBHOOK_INVALID',
				message: expect.stringMatching(/"Handover Webhook API".*Choose one/),
			},
		},
	});
});

test('a credential that n8n cannot fetch now fails the node, so that the turn comes back', async () => {
	const missing = { unreachable: ['handoverWebhookApi'] };
	await expect(notify('w6', SECRET, missing)).rejects.toThrow(/did not foresee/);
});

test('Replay Deliveries sends what was refused once more', async () => {
	receiver.answers = [{ status: 404 }, { status: 200 }];
	await notify('w3');
	const ofConversation = () =>
		receiver.calls.filter(({ body }) => body.data['conversationId'] === 'w3');
	const operate = async (operation: string) => {
		const items = [{ conversationId: 'w3' }];
		const [done] = await execute(new Conversation(), { items, parameters: { operation } });
		return done![0]!.json['handover'] as { replayed: number; view: { deliveries: unknown } };
	};
	await until('it is given up', async () =>
		JSON.stringify((await operate('get')).view.deliveries).includes('dead'),
	);
	expect(await operate('replayDeliveries')).toMatchObject({ replayed: 1 });
	await until('it arrives again', () => ofConversation().length === 2);
	expect(new Set(ofConversation().map(({ id }) => id)).size).toBe(1);
});

test.each([
	['takes it', SECRET, [{ status: 204 }], 'OK'],
	['refuses it', SECRET, [{ status: 403 }], 'Error'],
	['is not asked, for the secret is none', 'x', [{ status: 204 }], 'Error'],
])('the credential test: the receiver %s', async (_case, secret, answers, status) => {
	receiver.answers = answers;
	const test = new NotifyStaff().methods.credentialTest.testHandoverWebhook;
	const credential = { data: { url: receiver.url, secret } } as unknown as ICredentialsDecrypted;
	const result = await test.call({} as ICredentialTestFunctions, credential);
	expect(result.status).toBe(status);
	expect(result.message).not.toContain(SECRET);
});
