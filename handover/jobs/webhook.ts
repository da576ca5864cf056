import { createHmac } from 'node:crypto';
import * as v from 'valibot';
import type { Instant } from '../conversation/conversation';
import { ASSIGNED_REASONS } from '../conversation/handover';
import type { Services } from '../operations/services';
import { fallbackContacts } from '../staff/alert-unowned';
import type { Job } from '../stores/records';
import { DeliveryError } from './delivery-error';
import type { DeliveryHandler, JobContext } from './job-handler';
import { readRetryAfter } from './retry-after';
import type { IncomingResponse, Send } from './send';
import { parseWebhook, secretBytes } from './webhook-settings';

export const WEBHOOK = 'webhook';
/** Milliseconds. */
const TIMEOUT = 10_000;
/** Refusals that pass by themselves. */
const PASSING = new Set([408, 425, 429]);
const FOR_ASSIGNEE: ReadonlySet<string> = new Set(ASSIGNED_REASONS);

const payload = v.object({
	/** Where to, and signed how: see `ChannelSettings`. */
	channelId: v.string(),
	staffId: v.string(),
	body: v.looseObject({ data: v.looseObject({ reason: v.string() }) }),
});
export type WebhookPayload = v.InferOutput<typeof payload>;

/** Tells a receiver outside that a staff member is wanted; signed as Standard Webhooks has it. */
export const webhook: DeliveryHandler = {
	kind: WEBHOOK,
	/** Its handover has ended, or is somebody else's by now. */
	isObsolete({ handoverId, payload: given }, { conversation, handover }) {
		if (!conversation) return true;
		if (handoverId === null) return false;
		if (handover?.id !== handoverId) return true;
		const message = readPayload(given);
		return message !== null && isForAssignee(message) && message.staffId !== conversation.assignee;
	},
	async deliver(job, services) {
		const answer = await services.outbox.send(await compose(job, services));
		assertTaken(answer, services.clock.now());
	},
	/** They still hear of it, and of the fault, where nothing has to be sent. */
	giveUp(context) {
		const { handoverId } = context.job;
		if (handoverId === null) return [];
		return whomToAlert(context).map((staffId) => ({
			type: 'notification',
			notification: {
				id: context.services.newId(),
				handoverId,
				staffId,
				reason: 'deliveryFailed',
				channel: 'inApp',
				at: context.at,
			},
		}));
	},
};

/**
 * The person, and the fallback contacts: whoever cannot be reached may not look into the app either.
 * What was for a contact has reached all the others in the app, and they need no second alert.
 */
function whomToAlert({ job, snapshot }: JobContext): string[] {
	const message = readPayload(job.payload);
	const person = message ? [message.staffId] : [];
	if (message && !isForAssignee(message)) return person;
	const contacts = fallbackContacts(snapshot.staff, []).map(({ id }) => id);
	return [...new Set([...person, ...contacts])];
}

/** Null: another version of this package has written it. */
function readPayload(given: unknown): WebhookPayload | null {
	const { success, output } = v.safeParse(payload, given);
	return success ? output : null;
}

/** Others, such as a fallback contact, hear of a handover whoever has it. */
function isForAssignee({ body }: WebhookPayload): boolean {
	return FOR_ASSIGNEE.has(body.data.reason);
}

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
	const message = readPayload(job.payload);
	if (message === null) {
		throw new DeliveryError('PAYLOAD_UNREADABLE', 'Another version has planned this delivery.', {
			permanent: true,
		});
	}
	const { channelId, body: content } = message;
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
