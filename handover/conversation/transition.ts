import { HandoverError } from '../errors';
import type { ConversationState, Instant } from './conversation';

export type ConversationEvent =
	| { type: 'contact.wrote'; at: Instant }
	| { type: 'handover.requested'; at: Instant; handoverId: string }
	| { type: 'conversation.assigned'; at: Instant; staffId: string }
	| { type: 'conversation.unassigned'; at: Instant }
	| { type: 'human.replied'; at: Instant; staffId: string | null }
	| { type: 'bot.paused'; at: Instant; until: Instant | null }
	| { type: 'pause.ended'; at: Instant }
	| { type: 'conversation.handedBack'; at: Instant }
	| { type: 'conversation.closed'; at: Instant };

/** A human who wrote less than this ago is not idle: the end of the pause waits for them. */
export const HUMAN_IDLE_AFTER: Instant = 15 * 60 * 1000;

/**
 * The whole life of a conversation: `bot -> waiting -> human -> bot`, and `closed` from anywhere.
 * Pure: no clock, no store, no network; the caller saves the result. Returns the same object when the
 * event changes nothing, so that a webhook delivered twice is not a change.
 * @throws {HandoverError} `TRANSITION_INVALID` when the event makes no sense for this owner.
 */
export function transition(state: ConversationState, event: ConversationEvent): ConversationState {
	switch (event.type) {
		case 'contact.wrote':
			return state.owner === 'closed' ? give(state, 'bot') : state;
		case 'handover.requested':
			return requestHandover(state, event.handoverId);
		case 'conversation.assigned':
			refuseWhen(state, ['bot', 'closed'], event.type);
			return { ...give(state, 'human'), assignee: event.staffId };
		case 'conversation.unassigned':
			refuseWhen(state, ['bot', 'closed'], event.type);
			return { ...give(state, 'waiting'), assignee: null };
		case 'human.replied':
			return recordHumanReply(state, event);
		case 'bot.paused':
			refuseWhen(state, ['bot', 'closed'], event.type);
			return { ...state, pause: { until: event.until } };
		case 'pause.ended':
			return endPause(state, event.at);
		case 'conversation.handedBack':
			refuseWhen(state, ['closed'], event.type);
			return state.owner === 'bot' ? state : release(state, 'bot');
		case 'conversation.closed':
			return state.owner === 'closed' ? state : release(state, 'closed');
	}
}

/** When the pause is over for good: later than its own end while the human still writes. */
export function pauseEndsAt(state: ConversationState): Instant | null {
	if (!state.pause || state.pause.until === null) return null;
	if (state.owner !== 'human' || state.lastHumanReplyAt === null) return state.pause.until;
	return Math.max(state.pause.until, state.lastHumanReplyAt + HUMAN_IDLE_AFTER);
}

function requestHandover(state: ConversationState, handoverId: string): ConversationState {
	refuseWhen(state, ['closed'], 'handover.requested');
	// A second request joins the open handover: it must not open a second one.
	if (state.openHandoverId !== null) return state;
	const next = state.owner === 'bot' ? give(state, 'waiting') : state;
	return { ...next, openHandoverId: handoverId };
}

function recordHumanReply(
	state: ConversationState,
	event: { at: Instant; staffId: string | null },
): ConversationState {
	// A parting word on a closed conversation does not open it: only the contact does.
	if (state.owner === 'closed') return state;
	// Whoever had an earlier handover is not thereby the one who writes now.
	const holder = state.owner === 'human' ? state.assignee : null;
	return {
		...give(state, 'human'),
		assignee: event.staffId ?? holder,
		lastHumanReplyAt: Math.max(event.at, state.lastHumanReplyAt ?? event.at),
	};
}

function endPause(state: ConversationState, at: Instant): ConversationState {
	const end = pauseEndsAt(state);
	if (end === null || at < end) return state;
	return release(state, 'bot');
}

function give(state: ConversationState, owner: ConversationState['owner']): ConversationState {
	if (state.owner === owner) return state;
	return { ...state, owner, epoch: state.epoch + 1 };
}

/** Ends the handover: nobody waits, nobody is paused. */
function release(state: ConversationState, owner: 'bot' | 'closed'): ConversationState {
	return { ...give(state, owner), openHandoverId: null, pause: null, lastHumanReplyAt: null };
}

function refuseWhen(
	state: ConversationState,
	owners: Array<ConversationState['owner']>,
	event: ConversationEvent['type'],
): void {
	if (!owners.includes(state.owner)) return;
	throw new HandoverError(
		'TRANSITION_INVALID',
		`The conversation is owned by "${state.owner}", where "${event}" makes no sense. Read its state with the Conversation node first.`,
	);
}
