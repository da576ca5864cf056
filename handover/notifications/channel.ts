import type { Conversation, Instant } from '../conversation/conversation';
import type { Handover } from '../conversation/handover';
import type { StaffMember } from '../staff/staff-member';
import type { Notification } from '../stores/records';
import type { Write } from '../stores/store';

export interface NewNotification {
	id: string;
	conversation: Conversation;
	handover: Handover;
	member: StaffMember;
	reason: Notification['reason'];
	/** For records. */
	now: Instant;
	/** For what is to be sent. */
	clockNow: Instant;
	/** The webhook that the node names, or null. */
	webhookId: string | null;
	/** Where staff find the conversation, with `{conversationId}` and the like in it; may be blank. */
	link: string;
}

/** The channel that needs no settings: what is told there cannot fail for one. */
export const IN_APP = 'inApp';

/** A way to reach staff. Returns what belongs into the action's transaction; sends nothing itself. */
export interface NotificationChannel {
	name: string;
	/** Where it tells staff of this handover; null where it tells nobody. */
	addressOf(handover: Handover): string | null;
	notify(notification: NewNotification): Write[];
}
