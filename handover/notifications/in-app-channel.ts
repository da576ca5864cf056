import type { NotificationChannel } from './channel';

/** Keeps the notification in the store, where the Conversation node and the Handover Trigger see it. */
export const inAppChannel: NotificationChannel = {
	name: 'inApp',
	notify: ({ id, handover, member, reason, now }) => [
		{
			type: 'notification',
			notification: {
				id,
				handoverId: handover.id,
				staffId: member.id,
				reason,
				channel: 'inApp',
				at: now,
			},
		},
	],
};
