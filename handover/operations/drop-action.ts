import type { Conversation, Instant } from '../conversation/conversation';
import type { ActionKind, ActionRecord } from '../conversation/handover';
import type { Decision } from '../stores/store';
import { composeData, type CarriedData, type Routed } from './handover-data';
import { eventOf } from './release';

/** Why nothing is done. */
const DROPPED = {
	ofAnother: 'The item is of another conversation, or of one that was erased and begun anew.',
	takenUp: 'A later run has the turn: this one was taken for dead, or had no answer in time.',
	overtaken: 'The conversation changed hands since the message came.',
};

/** The action of a decision that no longer holds: nothing is done, and an event says so. */
export function dropAction(
	conversation: Conversation,
	kind: ActionKind,
	carried: CarriedData,
	at: Instant,
	why: keyof typeof DROPPED,
): Decision<Routed<'done'>> {
	const error = { code: 'SKIPPED', message: DROPPED[why] };
	const takenUp = why === 'takenUp';
	const record: ActionRecord = { kind, status: 'skipped', attempts: 0, error, result: null, at };
	const data = { action: kind, epoch: carried.epoch, currentEpoch: conversation.epoch, takenUp };
	return {
		writes: [eventOf('answer.dropped', null, at, data)],
		result: {
			output: 'done',
			handover: {
				...composeData(carried, conversation, undefined),
				action: record,
				reply: null,
				replySeq: null,
				repeated: false,
			},
		},
	};
}
