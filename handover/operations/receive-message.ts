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
import { describeConversation, type HandoverData, type Routed } from './handover-data';
import type { LeftTurn } from './left-turns';
import { release } from './release';
import type { Runner, Services } from './services';

export type ReceiveOutput = 'bot' | 'human' | 'duplicate';

/**
 * The Gate's first half: admits a contact's message once, writes it down, and says who answers.
 * A message that a dead process or an error left unanswered, or its handover half done, goes to `bot`
 * again when it is delivered again, so that the flow finishes what it began.
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
	const released = release(conversation, snapshot.handover, { type: 'pause.ended', at }, 'pauseEnded');
	return { message, at, left, ...released };
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
	const resumed = resume(runner, turn.left, reopened.conversation, reopened.handover);
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
		{ type: 'trimTranscript', keep: limits.keepMessages, olderThan: at - limits.keepFor },
	];
	if (message.messageId !== null) {
		writes.push({
			type: 'admission',
			admission: {
				messageId: message.messageId,
				seq,
				runner: runner.id,
				settled: output === 'human',
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
	const { message, conversation, handover, left } = turn;
	const admission = snapshot.admission!;
	const writes: Write[] = turn.writes.length
		? [...turn.writes, { type: 'conversation', conversation }]
		: [];
	const resumed = resume(runner, left, conversation, handover);
	const isLeft = left.message || !runner.isAlive(admission.runner);
	const abandoned = !admission.settled && conversation.owner === 'bot' && isLeft;
	if (resumed) writes.push({ type: 'handover', handover: resumed });
	if (abandoned) writes.push({ type: 'admission', admission: { ...admission, runner: runner.id } });
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

/** The open handover, taken over by this process, when the one that carried it out is gone or failed. */
function resume(
	runner: Runner,
	left: LeftTurn,
	conversation: Conversation,
	handover: Handover | undefined,
): Handover | undefined {
	if (!isUnfinished(conversation, handover)) return undefined;
	if (!left.handover && runner.isAlive(handover.runner)) return undefined;
	return { ...handover, runner: runner.id };
}

function isUnfinished(
	conversation: Conversation,
	handover: Handover | undefined,
): handover is Handover {
	return (
		handover !== undefined &&
		handover.id === conversation.openHandoverId &&
		handover.actions.some(({ status }) => status === 'pending')
	);
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
		reply: null,
	};
}
