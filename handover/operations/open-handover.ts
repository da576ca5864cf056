import type { Conversation, Instant } from '../conversation/conversation';
import {
	ACTION_KINDS,
	newStaffing,
	type Handover,
	type HandoverTrigger,
} from '../conversation/handover';
import { beginMissing } from '../conversation/missed';
import { handOverTurn } from '../conversation/open-turns';
import { transition } from '../conversation/transition';
import { setAcceptTimer } from '../staff/accept-timer';
import type { Snapshot, Write } from '../stores/store';
import { NOBODY } from './answering-worker';
import type { CarriedData } from './handover-data';
import { eventOf } from './release';
import type { Services } from './services';

/** A conversation with its open handover, and what is still to be written of both. */
export interface Episode {
	conversation: Conversation;
	handover: Handover;
	writes: Write[];
}

/** The conversation's open handover; a new one, with what is to be written for it, where there is none. */
export function openHandover(
	services: Services,
	conversation: Conversation,
	snapshot: Snapshot,
	carried: CarriedData,
	at: Instant,
): Episode {
	const open =
		snapshot.handover?.id === conversation.openHandoverId ? snapshot.handover : undefined;
	// Whoever goes on with what was left has it again.
	const runner = open?.runner === NOBODY ? services.runner.id : open?.runner;
	if (open) return { conversation, handover: { ...open, runner: runner! }, writes: [] };
	const handover: Handover = {
		...(carried.trigger ?? FLOW_TRIGGER),
		id: services.newId(),
		messageSeq: carried.messageSeq,
		startedAt: services.clock.now(),
		endedAt: null,
		runner: services.runner.id,
		staffing: newStaffing(),
		actions: ACTION_KINDS.map((kind) => ({
			kind,
			status: 'pending',
			attempts: 0,
			error: null,
			result: null,
			at,
		})),
	};
	const requested = transition(conversation, {
		type: 'handover.requested',
		at,
		handoverId: handover.id,
	});
	const writes: Write[] = [
		eventOf('handover.requested', handover.id, at, {
			scenario: handover.scenario,
			probability: handover.probability,
		}),
	];
	// Should the flow end before anybody is assigned, somebody hears of it.
	writes.push(setAcceptTimer(handover.id, handover.startedAt, null));
	if (carried.messageId !== null) writes.push({ type: 'settle', messageId: carried.messageId });
	const turn = carried.turnFromSeq ?? carried.messageSeq ?? snapshot.nextMessageSeq;
	return {
		conversation: {
			...conversation,
			...requested,
			...handOverTurn(conversation, carried.messageSeq, handover.startedAt),
			missed: beginMissing(conversation, turn, at),
		},
		handover,
		writes,
	};
}

/** An action that no classifier called for: an AI Agent's tool call, or a builder's own branch. */
const FLOW_TRIGGER: HandoverTrigger = {
	scenario: 'flow',
	probability: 1,
	evidence: [{ source: 'flow', rule: 'an action node was run without a scenario', text: null }],
	classifier: null,
};
