import { freePort } from '../../../start/ports';
import { sendHttp } from '../../../nodes/send-http';
import { SECRET } from '../../builders/outbox-stage';
import { WebhookReceiver } from '../../builders/webhook-receiver';

let receiver: WebhookReceiver;
beforeAll(async () => {
	receiver = await new WebhookReceiver(SECRET).start();
});
afterAll(async () => await receiver.stop());

const post = (url = receiver.url, timeout = 5_000) =>
	sendHttp({ url, headers: { 'webhook-id': 'w1' }, body: '{"a":1}', timeout });

test('posts the body with its headers, and says how it was answered', async () => {
	receiver.answers = [{ status: 503, headers: { 'Retry-After': '7' } }, { status: 204 }];
	expect(await post()).toEqual({ status: 503, retryAfter: '7' });
	expect(await post()).toEqual({ status: 204, retryAfter: null });
	expect(receiver.calls.at(-1)).toMatchObject({ id: 'w1', body: { a: 1 } });
});

test.each([301, 302, 303, 307, 308])('does not follow a redirect (%i)', async (status) => {
	const elsewhere = await new WebhookReceiver(SECRET).start();
	receiver.answers = [{ status, headers: { location: elsewhere.url } }];
	expect(await post()).toMatchObject({ status });
	expect(elsewhere.calls).toEqual([]);
	await elsewhere.stop();
});

test('gives up on a receiver that does not answer', async () => {
	receiver.answers = ['hang'];
	await expect(post(receiver.url, 50)).rejects.toMatchObject({ code: 'TIMEOUT' });
});

test('says that a receiver is not there', async () => {
	const url = `http://127.0.0.1:${await freePort()}/`;
	await expect(post(url)).rejects.toMatchObject({ code: 'UNREACHABLE' });
});
