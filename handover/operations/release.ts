import { resetAttempts } from '../attempts/attempts';
import type { Conversation, Instant } from '../conversation/conversation';
import type { ActionRecord, Handover } from '../conversation/handover';
import { endMissing } from '../conversation/missed';
import { NO_TURNS } from '../conversation/open-turns';
import { pauseEndsAt, transition, type ConversationEvent } from '../conversation/transition';
import { planPauseEnd } from '../jobs/plan-pause-end';
import { stopAcceptTimer } from '../staff/accept-timer';
import type { EventType } from '../stores/records';
import type { Write } from '../stores/store';

export interface Released {
	conversation: Conversation;
	handover: Handover | undefined;
	/** Without the conversation's own row. */
	writes: Write[];
}

type Reason = 'pauseEnded' | 'resumed' | 'handedBack' | 'closed' | 'contactWrote';

/**
 * Lets the conversation go where `event` takes it, and tidies up what that ends: the handover gets its
 * end, the bot starts counting anew. Nothing to write when the event changes nothing.
 */
export function release(
	conversation: Conversation,
	handover: Handover | undefined,
	event: ConversationEvent,
	reason: Reason,
	/** Of the newest line of the transcript. */
	lastSeq: number,
): Released {
	const next = transition(conversation, event);
	if (next.epoch === conversation.epoch) return { conversation, handover, writes: [] };
	const ended =
		handover && handover.id === conversation.openHandoverId
			? { ...handover, endedAt: event.at, actions: handover.actions.map(giveUp(event.at)) }
			: undefined;
	const writes: Write[] = [
		eventOf(RELEASE_EVENTS[reason], conversation.openHandoverId, event.at, { reason }),
		...planPauseEnd(conversation, next, event.at),
	];
	if (ended) {
		writes.push({ type: 'handover', handover: ended });
		// Whoever has accepted it has stopped the timer.
		if (ended.staffing.acceptedAt === null) writes.push(stopAcceptTimer(ended.id));
		writes.push(
			eventOf('handover.ended', ended.id, event.at, { scenario: ended.scenario, reason }),
		);
	}
	return {
		conversation: {
			...conversation,
			...next,
			...NO_TURNS,
			missed: endMissing(conversation, lastSeq),
			attempts: resetAttempts(conversation.attempts),
			updatedAt: event.at,
		},
		handover: ended ?? handover,
		writes,
	};
}

/**
 * Ends a pause that is over by the clock. The conversation's own time (`at`) may be ahead of it, where a
 * clock was wrong for a while, and must not end what somebody has just begun.
 */
export function releaseFromPause(
	conversation: Conversation,
	handover: Handover | undefined,
	{ now, at }: { now: Instant; at: Instant },
	lastSeq: number,
): Released {
	const end = pauseEndsAt(conversation);
	if (end === null || now < end) return { conversation, handover, writes: [] };
	return release(conversation, handover, { type: 'pause.ended', at }, 'pauseEnded', lastSeq);
}

/** What nobody has done by now is not done any more. */
function giveUp(at: Instant) {
	const error = { code: 'SKIPPED', message: 'The handover ended before.' };
	return (action: ActionRecord): ActionRecord =>
		action.status === 'pending' ? { ...action, status: 'skipped', error, at } : action;
}

const RELEASE_EVENTS: Record<Reason, EventType> = {
	pauseEnded: 'bot.resumed',
	resumed: 'bot.resumed',
	handedBack: 'bot.resumed',
	closed: 'conversation.closed',
	contactWrote: 'conversation.reopened',
};

export function eventOf(
	type: EventType,
	handoverId: string | null,
	at: Instant,
	data: Record<string, string | number | boolean | null>,
): Write {
	return { type: 'event', event: { type, handoverId, at, data } };
}
