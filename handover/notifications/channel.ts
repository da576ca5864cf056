import type { Instant } from '../conversation/conversation';
import type { Handover } from '../conversation/handover';
import type { StaffMember } from '../staff/staff-member';
import type { Notification, Write } from '../stores/store';

export interface NewNotification {
	id: string;
	handover: Handover;
	member: StaffMember;
	reason: Notification['reason'];
	now: Instant;
}

/** A way to reach staff. Returns what belongs into the action's transaction; sends nothing itself. */
export interface NotificationChannel {
	name: string;
	notify(notification: NewNotification): Write[];
}
