import type { Conversation, Instant } from '../conversation/conversation';
import type { Handover } from '../conversation/handover';
import type { AdmissibleMessage } from '../conversation/inbound-message';
import type { Write } from '../stores/store';
import { workerOf } from './answering-worker';
import { composeData, type CarriedData, type HandoverData, type Routed } from './handover-data';

export type ReceiveOutput = 'bot' | 'human' | 'duplicate';

/** What became of a message, as far as one look at the store tells. */
export interface Decided extends Routed<ReceiveOutput> {
	/** What it waits for before it goes to the bot; null: nothing. */
	wait: Wait | null;
	/** A duplicate whose turn another process has; null: it is none, or its turn is over. */
	heldBy: string | null;
	/** A human had the conversation since the bot's last answer. */
	hasMissed: boolean;
	/**
	 * It has come back by itself, and was seen to before: nobody is to say again what it was answered with,
	 * as where its channel asks once more.
	 */
	isOver: boolean;
	/** Which conversation this is, should one with the same id take its place. */
	createdAt: Instant;
}

export interface Received extends Decided {
	/** Receives the same message once more. */
	again: () => Promise<Received>;
}

export interface Wait {
	/** Milliseconds for the next fragment of its burst; 0: it is in none. */
	forBurst: number;
	/** Milliseconds, after that, for the turns before it. */
	patience: number;
}

/** A message and the conversation that it finds, before it is decided what becomes of it. */
export interface TurnSoFar {
	message: AdmissibleMessage;
	/** Of the clock. */
	now: Instant;
	/** Not before anything that the conversation says of itself. */
	at: Instant;
	conversation: Conversation;
	handover: Handover | undefined;
	writes: Write[];
}

export function dataOf(
	message: AdmissibleMessage,
	seq: number,
	conversation: Conversation,
	handover: Handover | undefined,
	{ runner, receivedAt, duplicate }: { runner: string; receivedAt: Instant; duplicate: boolean },
): HandoverData {
	const open = handover?.id === conversation.openHandoverId ? handover : undefined;
	const carried: CarriedData = {
		messageId: message.messageId,
		messageSeq: seq,
		turnFromSeq: seq,
		epoch: conversation.epoch,
		begunAt: conversation.createdAt,
		worker: workerOf(runner),
		receivedAt,
		text: message.text,
		duplicate,
		joined: false,
		trigger: open
			? {
					scenario: open.scenario,
					probability: open.probability,
					evidence: open.evidence,
					classifier: open.classifier,
				}
			: null,
		catchUp: null,
		classification: null,
		reply: null,
		replySeq: null,
		repeated: false,
	};
	return composeData(carried, conversation, handover);
}
