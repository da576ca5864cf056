import type { ConversationState, Instant } from '../conversation/conversation';
import { pauseEndsAt } from '../conversation/transition';
import type { Write } from '../stores/store';

/** What keeps the timer of the pause's end in step with a conversation that changes. */
export function planPauseEnd(
	before: ConversationState,
	after: ConversationState,
	at: Instant,
): Write[] {
	const handoverId = after.openHandoverId ?? before.openHandoverId;
	const dueAt = pauseEndsAt(after);
	if (handoverId === null || dueAt === pauseEndsAt(before)) return [];
	const id = `endPause/${handoverId}`;
	if (dueAt === null) return [{ type: 'removeJob', jobId: id }];
	const job = { id, kind: 'endPause', handoverId, dueAt, createdAt: at };
	return [{ type: 'job', job: { ...job, attempts: 0, payload: {}, dead: false, error: null } }];
}
