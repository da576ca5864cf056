import type { Conversation, Instant, OpenTurn } from '../conversation/conversation';
import type { HandoverTrigger } from '../conversation/handover';
import { isToConfirm } from '../conversation/watch';
import { setAcceptTimer } from '../staff/accept-timer';
import type { Snapshot, Write } from '../stores/store';
import { NOBODY } from './answering-worker';
import { readCarriedData } from './handover-data';
import { openHandover } from './open-handover';
import { eventOf } from './release';
import type { Services } from './services';

/** The flow has as long to find somebody; then the fallback contacts are told. It may be what failed. */
const ALERT_AFTER: Instant = 60_000;

/**
 * The contact has no answer, however often the turn came back, or none that is known to have reached
 * them: what is to be written so that a human gets the conversation. Nobody has the handover yet, so it
 * comes back once more for the flow to carry it out, which it does with the contact's next message
 * otherwise; and if nobody has it within a minute, the fallback contacts hear of it without any flow.
 */
export function callHuman(
	services: Services,
	snapshot: Snapshot,
	conversation: Conversation,
	turn: OpenTurn,
	at: Instant,
): Write[] {
	const { seq, fromSeq, watch } = turn;
	const messageId = watch?.messageId ?? null;
	const carried = readCarriedData({
		messageId,
		messageSeq: seq,
		turnFromSeq: fromSeq,
		epoch: conversation.epoch,
		begunAt: conversation.createdAt,
		trigger: noAnswer(isToConfirm(turn) ? 'notConfirmed' : 'botFailed'),
	});
	const opened = openHandover(services, conversation, snapshot, carried, at);
	const handover = { ...opened.handover, runner: NOBODY };
	const data = { messageId, messageSeq: seq, raised: watch?.raised ?? 0 };
	return [
		{ type: 'conversation', conversation: { ...opened.conversation, updatedAt: at } },
		{ type: 'handover', handover },
		...opened.writes,
		setAcceptTimer(handover.id, handover.startedAt, null, ALERT_AFTER),
		// Without an id it would be received as another message.
		...(messageId === null ? [] : [eventOf('turn.left', handover.id, at, data)]),
	];
}

function noAnswer(rule: 'botFailed' | 'notConfirmed'): HandoverTrigger {
	return {
		scenario: 'lackOfInformation',
		probability: 1,
		evidence: [{ source: 'flow', rule, text: null }],
		classifier: null,
	};
}
