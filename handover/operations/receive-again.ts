import type { OpenTurn, Watch } from '../conversation/conversation';
import { openTurn } from '../conversation/open-turns';
import type { TurnSettings } from '../conversation/turn-settings';
import { beginWatch } from '../conversation/watch';
import type { Admission } from '../stores/records';
import type { Decision, Write } from '../stores/store';
import { isGivenUp, isRecent, isSilent, isUnfinished, resume } from './abandoned-turns';
import { NOBODY } from './answering-worker';
import { dataOf, type Decided, type TurnSoFar } from './received';
import type { Runner } from './services';

/** A message that was here before: a duplicate, unless nobody finishes what it began. */
export function receiveAgain(
	runner: Runner,
	turn: TurnSoFar,
	admission: Admission,
	turns: TurnSettings,
): Decision<Decided> {
	const { message, handover } = turn;
	// Who has it, and what they carry, is told apart by it from who had it before.
	const at = Math.max(turn.at, admission.at + 1);
	const calledForIt = handover?.messageSeq === admission.seq;
	const isOurs = handover?.runner === NOBODY || (calledForIt && isGivenUp(runner, handover, at));
	const resumed = isOurs ? resume(runner, turn.conversation, handover) : undefined;
	// With another epoch a human has dealt with the message meanwhile.
	const isOpen =
		!admission.settled &&
		turn.conversation.owner === 'bot' &&
		turn.conversation.epoch === admission.epoch;
	const abandoned = isOpen && isSilent(runner, admission.runner, admission.at, at);
	const { seq } = admission;
	// It was joined with others before: they come with it again.
	const before = turn.conversation.openTurns.find((one) => one.seq === seq);
	const again = {
		...{ seq, fromSeq: before?.fromSeq ?? seq, runner: runner.id, at, taken: false },
		...watchAgain(before?.watch, { ...turn, at }, turns),
	};
	const queued = abandoned && openTurn(turn.conversation, again);
	const conversation = queued || turn.conversation;
	const isTaken = resumed !== undefined || abandoned;
	const writes: Write[] =
		turn.writes.length || isTaken ? [...turn.writes, { type: 'conversation', conversation }] : [];
	if (resumed) writes.push({ type: 'handover', handover: resumed });
	if (isTaken)
		writes.push({ type: 'admission', admission: { ...admission, runner: runner.id, at } });
	const isUnderWay =
		calledForIt && isRecent(handover, at) && isUnfinished(turn.conversation, handover);
	const holder = isOpen ? admission.runner : isUnderWay ? handover.runner : null;
	return {
		writes,
		result: {
			output: isTaken ? 'bot' : 'duplicate',
			wait: queued ? { forBurst: 0, patience: turns.patience } : null,
			heldBy: isTaken || holder === runner.id ? null : holder,
			hasMissed: abandoned && conversation.missed !== null,
			createdAt: conversation.createdAt,
			handover: dataOf(message, admission.seq, conversation, resumed ?? handover, {
				runner: isTaken ? runner.id : admission.runner,
				receivedAt: isTaken ? at : admission.at,
				duplicate: !isTaken,
			}),
		},
	};
}

/** Also where the Gate that it comes back to is another one, which asks for nothing of the kind. */
function watchAgain(
	before: Watch | undefined,
	turn: TurnSoFar,
	turns: TurnSettings,
): Pick<OpenTurn, 'watch'> {
	const { messageId } = turn.message;
	if (!before) return beginWatch(messageId, turns, turn);
	return beginWatch(messageId, { ...turns, answerWithin: before.within }, turn, before.raised);
}
