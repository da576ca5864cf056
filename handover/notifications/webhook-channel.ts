import { WEBHOOK, type WebhookPayload } from '../jobs/webhook';
import type { NewNotification, NotificationChannel } from './channel';

/** Posts to a receiver of the builder's, which the Notify Staff node names; without one, nothing. */
export const webhookChannel: NotificationChannel = {
	name: WEBHOOK,
	addressOf: ({ staffing: { webhook } }) => (webhook ? `${WEBHOOK}/${webhook.id}` : null),
	notify(notification) {
		const { id, handover, member, reason, now, clockNow, webhookId } = notification;
		if (webhookId === null) return [];
		const handoverId = handover.id;
		const payload: WebhookPayload = {
			channelId: webhookId,
			staffId: member.id,
			body: describe(notification),
		};
		return [
			{
				type: 'notification',
				notification: { id, handoverId, staffId: member.id, reason, channel: WEBHOOK, at: now },
			},
			{
				type: 'job',
				job: {
					id,
					kind: WEBHOOK,
					handoverId,
					dueAt: clockNow,
					attempts: 0,
					payload,
					dead: false,
					error: null,
					createdAt: now,
				},
			},
		];
	},
};

/** Nothing that a contact wrote: whoever may read it opens the conversation. */
function describe({ handover, conversation, member, reason, now, link }: NewNotification) {
	const { botId, conversationId } = conversation;
	const { id, name, email } = member;
	return {
		type: 'staff.notified',
		timestamp: new Date(now).toISOString(),
		data: {
			reason,
			botId,
			conversationId,
			handoverId: handover.id,
			scenario: handover.scenario,
			staff: { id, name, email },
			links: { conversation: fillIn(link, { botId, conversationId, handoverId: handover.id }) },
		},
	};
}

/** `https://desk.example/{conversationId}`; what is filled in cannot leave its place in the address. */
function fillIn(template: string, values: Record<string, string>): string | null {
	if (template.trim() === '') return null;
	return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
		Object.hasOwn(values, name) ? encodeURIComponent(values[name]!) : whole,
	);
}
