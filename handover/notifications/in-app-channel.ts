import { IN_APP, type NotificationChannel } from './channel';

/** Keeps the notification in the store, where the Conversation node and the Handover Trigger see it. */
export const inAppChannel: NotificationChannel = {
	name: IN_APP,
	addressOf: () => IN_APP,
	notify: ({ id, handover, member, reason, now }) => [
		{
			type: 'notification',
			notification: {
				id,
				handoverId: handover.id,
				staffId: member.id,
				reason,
				channel: IN_APP,
				at: now,
			},
		},
	],
};
