import { burstWait, joinBurst } from '../conversation/burst';
import type { Burst, Contact, Conversation, Instant } from '../conversation/conversation';
import type { Handover } from '../conversation/handover';
import type { AdmissibleMessage } from '../conversation/inbound-message';
import { tellMissed } from '../conversation/missed';
import { openTurn } from '../conversation/open-turns';
import type { TranscriptLimits } from '../conversation/transcript-limits';
import type { TurnSettings } from '../conversation/turn-settings';
import { awaitConfirmation, beginWatch, isToConfirm } from '../conversation/watch';
import type { Decision, Snapshot, Write } from '../stores/store';
import { isGivenUp, isRecent, resume } from './abandoned-turns';
import { NOBODY } from './answering-worker';
import { dataOf, type Decided, type TurnSoFar, type Wait } from './received';
import { release } from './release';
import type { Runner } from './services';

/** A message that was never here before. */
export function admit(
	runner: Runner,
	turn: TurnSoFar,
	snapshot: Snapshot,
	limits: TranscriptLimits,
	turns: TurnSettings,
): Decision<Decided> {
	const { message, at } = turn;
	const reopened = release(
		turn.conversation,
		turn.handover,
		{ type: 'contact.wrote', at },
		'contactWrote',
		snapshot.nextMessageSeq - 1,
	);
	const seq = snapshot.nextMessageSeq;
	const { conversation: current, handover: open } = reopened;
	const isOurs = open?.runner === NOBODY || (isRecent(open, at) && isGivenUp(runner, open, at));
	const resumed = isOurs ? resume(runner, current, open) : undefined;
	const output = resumed || reopened.conversation.owner === 'bot' ? 'bot' : 'human';
	const admitted: Conversation = {
		...reopened.conversation,
		contact: mergeContact(reopened.conversation.contact, message.contact),
		missed: tellMissed(reopened.conversation),
		keepFor: limits.keepFor,
		updatedAt: at,
	};
	const isAnswered = output === 'bot' && !resumed;
	const arrival = { seq, at, now: turn.now, runner: runner.id, message };
	const { conversation, wait } = isAnswered
		? queue(admitted, arrival, turns)
		: { conversation: resumed ? goOn(admitted, resumed, arrival, turns) : admitted, wait: null };
	const writes: Write[] = [
		...turn.writes,
		...reopened.writes,
		{ type: 'conversation', conversation },
		{
			type: 'message',
			message: {
				author: 'contact',
				text: message.text,
				at,
				messageId: message.messageId,
				staffId: null,
				answersSeq: null,
			},
		},
		...trimming(conversation, seq, limits, turn.now - limits.keepFor),
	];
	if (message.messageId !== null) {
		writes.push({
			type: 'admission',
			admission: {
				messageId: message.messageId,
				seq,
				runner: runner.id,
				epoch: conversation.epoch,
				settled: output === 'human' || resumed !== undefined,
				at,
			},
		});
	}
	if (resumed) writes.push({ type: 'handover', handover: resumed });
	const handover = resumed ?? reopened.handover;
	return {
		writes,
		result: {
			output,
			wait,
			heldBy: null,
			hasMissed: isAnswered && conversation.missed !== null,
			createdAt: conversation.createdAt,
			isOver: false,
			handover: dataOf(message, seq, conversation, handover, {
				runner: runner.id,
				receivedAt: at,
				duplicate: false,
			}),
		},
	};
}

/** Nothing is too much, or too old, in a conversation that is not. */
function trimming(
	conversation: Conversation,
	seq: number,
	{ keepMessages }: TranscriptLimits,
	olderThan: Instant,
): Write[] {
	// The fragments of a burst are still to be read, and so is what may come back.
	const watched = conversation.openTurns.filter(({ watch }) => watch);
	const first = [conversation.burst?.fromSeq ?? seq, ...watched.map(({ fromSeq }) => fromSeq)];
	const keep = Math.max(keepMessages, seq + 1 - Math.min(...first));
	if (seq <= keep && conversation.createdAt >= olderThan) return [];
	return [{ type: 'trimTranscript', keep, olderThan }];
}

interface Arrival {
	seq: number;
	at: Instant;
	now: Instant;
	runner: string;
	message: AdmissibleMessage;
}

/** Puts the turn behind those that are open, and into the burst that is being joined. */
function queue(
	conversation: Conversation,
	{ seq, at, now, runner, message }: Arrival,
	turns: TurnSettings,
): { conversation: Conversation; wait: Wait | null } {
	const { burstWindow, patience } = turns;
	const { length } = message.text;
	const isFirst = conversation.openTurns.every(isToConfirm);
	const joined: Burst | false =
		(burstWindow > 0 || conversation.burst !== null) &&
		joinBurst(conversation, { seq, at, length, window: burstWindow });
	const isTaken = !joined && (isFirst || patience === 0);
	const watch = beginWatch(message.messageId, turns, { now, at });
	const queued = openTurn(conversation, {
		seq,
		fromSeq: seq,
		runner,
		at,
		taken: isTaken,
		...watch,
	});
	if (!queued) return { conversation, wait: null };
	if (isTaken) return { conversation: queued, wait: null };
	const forBurst = joined ? burstWait(joined, at, burstWindow) : 0;
	return {
		conversation: joined ? { ...queued, burst: joined } : queued,
		wait: { forBurst, patience },
	};
}

/**
 * The handover of an earlier message is this one's to finish, so it is this one's flow that confirms it;
 * unless the closing message went out before, which answers the earlier one and comes back with that.
 */
function goOn(
	conversation: Conversation,
	{ actions }: Handover,
	{ seq, at, now, runner, message: { messageId } }: Arrival,
	turns: TurnSettings,
): Conversation {
	const before = conversation.openTurns.find(isToConfirm);
	const hasClosed = actions.some(
		({ kind, status }) => kind === 'sendClosingMessage' && status === 'done',
	);
	if (before && hasClosed) return conversation;
	const within = before?.watch?.within;
	const asBefore =
		within === undefined ? turns : { ...turns, answerWithin: within, untilConfirmed: true };
	const { watch } = beginWatch(messageId, asBefore, { now, at });
	if (!watch?.confirm) return conversation;
	const turn = { seq, fromSeq: seq, runner, at, taken: true, ...awaitConfirmation(watch, now) };
	return { ...conversation, openTurns: [turn] };
}

function mergeContact(known: Contact, given: Contact): Contact {
	if (Object.values(given).every((value) => value === null)) return known;
	return {
		id: given.id ?? known.id,
		name: given.name ?? known.name,
		email: given.email ?? known.email,
		language: given.language ?? known.language,
	};
}
