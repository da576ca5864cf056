import type { Handover } from '../conversation/handover';
import type { NotificationChannel } from '../notifications/channel';
import type { Notification } from '../stores/records';
import type { Write } from '../stores/store';
import type { StaffMember } from './staff-member';
import type { StaffingContext } from './staffing-context';

/** Tells each of them each reason, through each channel. */
export function tellStaff(
	{ conversation, newId, now, clockNow }: StaffingContext,
	handover: Handover,
	members: readonly StaffMember[],
	reasons: ReadonlyArray<Notification['reason']>,
	channels: readonly NotificationChannel[],
): Write[] {
	const { id: webhookId = null, link = '' } = handover.staffing.webhook ?? {};
	return members.flatMap((member) =>
		reasons.flatMap((reason) =>
			channels.flatMap((channel) =>
				channel.notify({
					id: newId(),
					conversation,
					handover,
					member,
					reason,
					now,
					clockNow,
					webhookId,
					link,
				}),
			),
		),
	);
}
