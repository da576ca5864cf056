import { openTurn } from '../conversation/open-turns';
import type { TurnSettings } from '../conversation/turn-settings';
import type { Admission, Decision, Write } from '../stores/store';
import { isGivenUp, isSilent, resume } from './abandoned-turns';
import { dataOf, type Received, type TurnSoFar } from './received';
import type { Runner } from './services';

/** A message that was here before: a duplicate, unless nobody finishes what it began. */
export function receiveAgain(
	runner: Runner,
	turn: TurnSoFar,
	admission: Admission,
	{ patience }: TurnSettings,
): Decision<Received> {
	const { message, at, handover, left } = turn;
	const calledForIt = handover?.messageSeq === admission.seq;
	const isOurs = left.handover || (calledForIt && isGivenUp(runner, handover, at));
	const resumed = isOurs ? resume(runner, turn.conversation, handover) : undefined;
	// With another epoch a human has dealt with the message meanwhile.
	const abandoned =
		!admission.settled &&
		turn.conversation.owner === 'bot' &&
		turn.conversation.epoch === admission.epoch &&
		(left.message || isSilent(runner, admission.runner, admission.at, at));
	const { seq } = admission;
	// It was joined with others before: they come with it again.
	const before = turn.conversation.openTurns.find((one) => one.seq === seq);
	const again = { seq, fromSeq: before?.fromSeq ?? seq, runner: runner.id, at, taken: false };
	const queued = abandoned && openTurn(turn.conversation, again);
	const conversation = queued || turn.conversation;
	const writes: Write[] =
		turn.writes.length || abandoned ? [...turn.writes, { type: 'conversation', conversation }] : [];
	if (resumed) writes.push({ type: 'handover', handover: resumed });
	if (abandoned)
		writes.push({ type: 'admission', admission: { ...admission, runner: runner.id, at } });
	const isTaken = resumed !== undefined || abandoned;
	return {
		writes,
		result: {
			output: isTaken ? 'bot' : 'duplicate',
			wait: queued ? { forBurst: 0, patience } : null,
			hasMissed: abandoned && conversation.missed !== null,
			createdAt: conversation.createdAt,
			handover: dataOf(message, admission.seq, conversation, resumed ?? handover, {
				runner: isTaken ? runner.id : admission.runner,
				duplicate: !isTaken,
			}),
		},
	};
}
