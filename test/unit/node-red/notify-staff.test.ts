import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import assign from '../../../nodes/node-red/handover-assign-conversation/handover-assign-conversation';
import bot from '../../../nodes/node-red/handover-bot/handover-bot';
import conversation from '../../../nodes/node-red/handover-conversation/handover-conversation';
import gate from '../../../nodes/node-red/handover-gate/handover-gate';
import notify from '../../../nodes/node-red/handover-notify-staff/handover-notify-staff';
import store from '../../../nodes/node-red/handover-store/handover-store';
import { SECRET } from '../../builders/outbox-stage';
import { WebhookReceiver } from '../../builders/webhook-receiver';
import { until } from '../../integration/until';
import { nodeOf, registerEditors } from './editor-definitions';
import { deploy } from './node-red-fakes';

const definitions = registerEditors();
const ANA = { id: '', name: 'Ana', notifyConversationAssigned: true, notifyTaskAssigned: true };
const folder = mkdtempSync(join(tmpdir(), 'handover-'));
let receiver: WebhookReceiver;
let running: ReturnType<typeof deploy>;
beforeAll(async () => {
	receiver = await new WebhookReceiver(SECRET).start();
});
afterEach(async () => await running.stop());
afterAll(async () => {
	await receiver.stop();
	rmSync(folder, { recursive: true, force: true });
});

function def(type: string, given: object = {}) {
	const { _, ...values } = nodeOf(`handover-${type}`, definitions[`handover-${type}`]!);
	return {
		...values,
		bot: 'bot',
		store: 'store',
		...given,
		id: type,
		type: `handover-${type}`,
	} as Parameters<typeof deploy>[1][number];
}

function start(secret: string): void {
	running = deploy(
		{ store, bot, gate, assign, notify, conversation },
		[
			def('store', { path: 'handover.sqlite' }),
			def('bot', { staff: [ANA] }),
			def('gate'),
			def('assign-conversation'),
			def('notify-staff', {
				sendWebhook: true,
				webhookUrl: receiver.url,
				credentials: { webhookSecret: secret },
			}),
			def('conversation', { operation: 'replayDeliveries' }),
		],
		folder,
	);
}

async function pass(conversationId: string, ...ids: string[]) {
	const payload = { conversationId, text: 'a human, please' };
	const msg = { _msgid: 'm', payload, handover: undefined as Record<string, unknown> | undefined };
	let output = -1;
	for (const id of ids) {
		const { sent } = await running.node(id).receive(msg);
		output = ((sent[0] ?? []) as unknown[]).indexOf(msg);
	}
	return { output, handover: msg.handover };
}
const NOTIFY = ['gate', 'assign-conversation', 'notify-staff'];

test('posts to its webhook within seconds, signed', async () => {
	start(SECRET);
	expect((await pass('w1', ...NOTIFY)).output).toBe(0);
	await until('the webhook arrives', () => receiver.calls.length === 1);
	expect(receiver.calls[0]).toMatchObject({
		isValid: true,
		body: { data: { conversationId: 'w1', staff: { name: 'Ana' } } },
	});
});

test('a secret that was repaired by a deploy also serves what was left', async () => {
	const wrong = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
	receiver.answers = [{ status: 401 }, { status: 200 }];
	start(wrong);
	await pass('w2', ...NOTIFY);
	await until('it is refused', () => receiver.calls.length === 2);
	await running.stop();
	start(SECRET);
	const { handover } = await pass('w2', 'conversation');
	expect(handover).toMatchObject({ replayed: 1 });
	await until('it arrives again', () => receiver.calls.length === 3);
	const [, refused, taken] = receiver.calls;
	expect([refused?.isValid, taken?.isValid]).toEqual([false, true]);
	expect(taken?.id).toBe(refused?.id);
});

test('without a secret it says so when it starts, and the action leaves through Failed', async () => {
	start('');
	await until('the error is there', () => running.node('notify-staff').errors.length > 0);
	expect(running.node('notify-staff').errors).toEqual([expect.stringContaining('WEBHOOK_INVALID')]);
	const { output, handover } = await pass('w3', ...NOTIFY);
	expect(output).toBe(1);
	expect(handover).toMatchObject({ action: { error: { code: 'WEBHOOK_INVALID' } } });
});
