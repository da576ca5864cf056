import { createHmac } from 'node:crypto';
import * as v from 'valibot';
import type { Instant } from '../conversation/conversation';
import type { Services } from '../operations/services';
import type { Job } from '../stores/store';
import { DeliveryError } from './delivery-error';
import type { DeliveryHandler } from './job-handler';
import { readRetryAfter } from './retry-after';
import type { IncomingResponse, Send } from './send';
import { parseWebhook, secretBytes } from './webhook-settings';

export const WEBHOOK = 'webhook';
/** Milliseconds. */
const TIMEOUT = 10_000;
/** Refusals that pass by themselves. */
const PASSING = new Set([408, 425, 429]);

const payload = v.object({
	/** Where to, and signed how: see `ChannelSettings`. */
	channelId: v.string(),
	staffId: v.string(),
	body: v.record(v.string(), v.unknown()),
});
export type WebhookPayload = v.InferOutput<typeof payload>;

/** Tells a receiver outside that a staff member is wanted; signed as Standard Webhooks has it. */
export const webhook: DeliveryHandler = {
	kind: WEBHOOK,
	async deliver(job, services) {
		const answer = await services.outbox.send(await compose(job, services));
		assertTaken(answer, services.clock.now());
	},
	/** The person still hears of it, and of the fault, where nothing has to be sent. */
	giveUp({ job, at, services }) {
		if (job.handoverId === null) return [];
		const notification = {
			id: services.newId(),
			handoverId: job.handoverId,
			staffId: v.parse(payload, job.payload).staffId,
			reason: 'deliveryFailed' as const,
			channel: 'inApp',
			at,
		};
		return [{ type: 'notification', notification }];
	},
};

/**
 * Sends a message that says nothing, so that a builder sees whether the receiver takes them.
 * @throws {HandoverError} `WEBHOOK_INVALID`; {@link DeliveryError}
 */
export async function pingWebhook(settings: unknown, send: Send, now: Instant): Promise<void> {
	const { url, secret } = parseWebhook(settings);
	const content = { type: 'webhook.test', timestamp: new Date(now).toISOString(), data: {} };
	const body = JSON.stringify(content);
	const headers = sign(`test-${now}`, now, body, secret);
	assertTaken(await send({ url, headers, body, timeout: TIMEOUT }), now);
}

/** @throws {DeliveryError} */
function assertTaken({ status, retryAfter }: IncomingResponse, now: Instant): void {
	if (status >= 200 && status < 300) return;
	throw new DeliveryError(`HTTP_${status}`, `The receiver answered with HTTP ${status}.`, {
		permanent: status >= 400 && status < 500 && !PASSING.has(status),
		retryAfter: readRetryAfter(retryAfter, now),
	});
}

async function compose(job: Job, services: Services) {
	const { channelId, body: content } = v.parse(payload, job.payload);
	const channel = await services.store.readChannel(channelId);
	if (!channel) {
		throw new DeliveryError('CHANNEL_UNKNOWN', 'The store has no webhook of this id any more.', {
			permanent: true,
		});
	}
	const body = JSON.stringify(content);
	const headers = sign(job.id, services.clock.now(), body, channel.secret);
	return { url: channel.url, headers, body, timeout: TIMEOUT };
}

/** Anew for each try: receivers refuse a time stamp that is some minutes old. */
function sign(id: string, now: Instant, body: string, secret: string): Record<string, string> {
	const timestamp = String(Math.floor(now / 1_000));
	const hash = createHmac('sha256', secretBytes(secret)).update(`${id}.${timestamp}.${body}`);
	return {
		'content-type': 'application/json',
		'user-agent': 'human-handover',
		'webhook-id': id,
		'webhook-timestamp': timestamp,
		'webhook-signature': `v1,${hash.digest('base64')}`,
	};
}
