import type { Conversation, Instant } from '../conversation/conversation';
import type { Handover } from '../conversation/handover';
import type { Desk } from '../desks/desk';
import type { NotificationChannel } from '../notifications/channel';
import type { RosterEntry } from './staff-member';

/** What finding a person works with. All of it is of the transaction that also takes the writes. */
export interface StaffingContext {
	conversation: Conversation;
	handover: Handover;
	/** The whole roster. */
	staff: RosterEntry[];
	/** Not before anything that the conversation says of itself; for records. */
	now: Instant;
	/** What the clock says; for working hours and for what lies ahead. */
	clockNow: Instant;
	newId: () => string;
	desk: Desk;
	channels: readonly NotificationChannel[];
}
