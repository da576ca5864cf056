import type { Contact, Conversation, Instant } from '../conversation/conversation';
import { newConversation } from '../conversation/conversation';
import type { Handover } from '../conversation/handover';
import {
	parseInboundMessage,
	type AdmissibleMessage,
	type InboundMessage,
} from '../conversation/inbound-message';
import { parseTranscriptLimits, type TranscriptLimits } from '../conversation/transcript-limits';
import type { Decision, Snapshot, Write } from '../stores/store';
import { isGivenUp, isRecent, isSilent, resume } from './abandoned-turns';
import { describeConversation, type HandoverData, type Routed } from './handover-data';
import type { LeftTurn } from './left-turns';
import { release } from './release';
import type { Runner, Services } from './services';

export type ReceiveOutput = 'bot' | 'human' | 'duplicate';

/**
 * The Gate's first half: admits a contact's message once, writes it down, and says who answers.
 * A message that a dead process or an error left unanswered, or its handover half done, goes to `bot`
 * again when it is delivered again, so that the flow finishes what it began; so does one that has had
 * no answer for ten minutes.
 * @throws {HandoverError} for input that cannot be admitted; then nothing is written.
 */
export async function receiveMessage(
	services: Services,
	input: InboundMessage,
	limits: Partial<TranscriptLimits> = {},
): Promise<Routed<ReceiveOutput>> {
	const message = parseInboundMessage(input);
	const bounds = parseTranscriptLimits(limits);
	const { messageId } = message;
	return await services.leftTurns.takeUp(message, messageId, async (left) => {
		return await services.store.change(message, { messageId }, (snapshot) => {
			const turn = openTurn(services, message, snapshot, left);
			return snapshot.admission
				? receiveAgain(services.runner, turn, snapshot)
				: admit(services.runner, turn, snapshot, bounds);
		});
	});
}

interface TurnSoFar {
	message: AdmissibleMessage;
	/** Of the clock. */
	now: Instant;
	/** Not before anything that the conversation says of itself. */
	at: Instant;
	conversation: Conversation;
	handover: Handover | undefined;
	writes: Write[];
	left: LeftTurn;
}

/** The conversation as the message finds it: a pause that is over is over before it is read. */
function openTurn(
	services: Services,
	message: AdmissibleMessage,
	snapshot: Snapshot,
	left: LeftTurn,
): TurnSoFar {
	const now = services.clock.now();
	const conversation = snapshot.conversation ?? newConversation(message, now);
	// A clock that was set back must not reorder what one conversation says of itself.
	const at = Math.max(now, conversation.updatedAt);
	const released = release(
		conversation,
		snapshot.handover,
		{ type: 'pause.ended', at },
		'pauseEnded',
	);
	return { message, now, at, left, ...released };
}

function admit(
	runner: Runner,
	turn: TurnSoFar,
	snapshot: Snapshot,
	limits: TranscriptLimits,
): Decision<Routed<ReceiveOutput>> {
	const { message, at } = turn;
	const reopened = release(
		turn.conversation,
		turn.handover,
		{ type: 'contact.wrote', at },
		'contactWrote',
	);
	const seq = snapshot.nextMessageSeq;
	const { conversation: current, handover: open } = reopened;
	const isOurs = turn.left.handover || (isRecent(open, at) && isGivenUp(runner, open, at));
	const resumed = isOurs ? resume(runner, current, open) : undefined;
	const output = resumed || reopened.conversation.owner === 'bot' ? 'bot' : 'human';
	const conversation: Conversation = {
		...reopened.conversation,
		contact: mergeContact(reopened.conversation.contact, message.contact),
		keepFor: limits.keepFor,
		updatedAt: at,
	};
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
			},
		},
		{ type: 'trimTranscript', keep: limits.keepMessages, olderThan: turn.now - limits.keepFor },
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
		result: { output, handover: dataOf(message, seq, conversation, handover, false) },
	};
}

function receiveAgain(
	runner: Runner,
	turn: TurnSoFar,
	snapshot: Snapshot,
): Decision<Routed<ReceiveOutput>> {
	const { message, at, conversation, handover, left } = turn;
	const admission = snapshot.admission!;
	const writes: Write[] = turn.writes.length
		? [...turn.writes, { type: 'conversation', conversation }]
		: [];
	const calledForIt = handover?.messageSeq === admission.seq;
	const isOurs = left.handover || (calledForIt && isGivenUp(runner, handover, at));
	const resumed = isOurs ? resume(runner, conversation, handover) : undefined;
	// With another epoch a human has dealt with the message meanwhile.
	const abandoned =
		!admission.settled &&
		conversation.owner === 'bot' &&
		conversation.epoch === admission.epoch &&
		(left.message || isSilent(runner, admission.runner, admission.at, at));
	if (resumed) writes.push({ type: 'handover', handover: resumed });
	if (abandoned)
		writes.push({ type: 'admission', admission: { ...admission, runner: runner.id, at } });
	const output = resumed || abandoned ? 'bot' : 'duplicate';
	return {
		writes,
		result: {
			output,
			handover: dataOf(
				message,
				admission.seq,
				conversation,
				resumed ?? handover,
				output === 'duplicate',
			),
		},
	};
}

function mergeContact(known: Contact, given: Contact): Contact {
	return {
		id: given.id ?? known.id,
		name: given.name ?? known.name,
		email: given.email ?? known.email,
		language: given.language ?? known.language,
	};
}

function dataOf(
	message: AdmissibleMessage,
	seq: number,
	conversation: Conversation,
	handover: Handover | undefined,
	duplicate: boolean,
): HandoverData {
	const described = describeConversation(conversation, handover);
	const open = described.handoverId ? handover : undefined;
	return {
		...described,
		messageId: message.messageId,
		messageSeq: seq,
		epoch: conversation.epoch,
		text: message.text,
		duplicate,
		trigger: open
			? {
					scenario: open.scenario,
					probability: open.probability,
					evidence: open.evidence,
					classifier: open.classifier,
				}
			: null,
		classification: null,
		action: null,
		fallback: null,
		reply: null,
	};
}
