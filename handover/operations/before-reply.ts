import { recordAnswer } from '../attempts/attempts';
import { parseText } from '../conversation/inbound-message';
import type { Conversation, Instant } from '../conversation/conversation';
import { answerTurn, closeTurn } from '../conversation/open-turns';
import { botMayAnswer } from '../conversation/send-fence';
import type { Decision, Snapshot, Write } from '../stores/store';
import { notAdmitted, parseAdmittedTurn } from './admitted-turn';
import { isOfAnother, isTakenUp } from './answering-worker';
import { composeData, type CarriedData, type Routed } from './handover-data';
import { eventOf } from './release';
import type { Services } from './services';

export type BeforeReplyOutput = 'send' | 'drop';

export interface BeforeReplyInput {
	botId?: unknown;
	conversationId?: unknown;
	carried?: unknown;
	/** The bot's answer. */
	text?: unknown;
}

type Decided = Decision<Routed<BeforeReplyOutput>>;

/**
 * The Gate's second half, the send fence: the last look before a bot answer leaves. Writes the answer
 * down as delivered, or drops it and says so: because a human has taken over since the message came, or
 * because this process was taken for dead and another one answers.
 * @throws {HandoverError} `MESSAGE_NOT_ADMITTED`, `TEXT_*`; then the answer must not be sent either.
 */
export async function beforeReply(
	services: Services,
	input: BeforeReplyInput,
): Promise<Routed<BeforeReplyOutput>> {
	const { ref, carried } = parseAdmittedTurn(input);
	const text = parseText(input.text, "the bot's answer");
	services.silentBots.sawAnswer(ref.botId);
	const decide = (snapshot: Snapshot, takenUp: boolean) =>
		decideOn({ ...known(snapshot, carried, services), snapshot, carried, text, takenUp });
	// Mostly the conversation says who has the turn; to read the admission, too, would cost each answer.
	const first = await services.store.change(ref, {}, (snapshot) => {
		const takenUp = isTakenUp(snapshot, carried);
		return takenUp === undefined ? UNDECIDED : decide(snapshot, takenUp);
	});
	if (first) return first;
	const need = { messageId: carried.messageId };
	return await services.store.change(ref, need, (snapshot) =>
		decide(snapshot, isTakenUp(snapshot, carried) ?? false),
	);
}

const UNDECIDED: Decision<undefined> = { result: undefined, writes: [] };

interface Answer {
	conversation: Conversation;
	/** The turn that is answered. */
	seq: number;
	/** Of the clock. */
	now: Instant;
	at: Instant;
	snapshot: Snapshot;
	carried: CarriedData;
	text: string;
	takenUp: boolean;
}

/** @throws {HandoverError} `MESSAGE_NOT_ADMITTED` */
function known(
	{ conversation }: Snapshot,
	{ messageSeq }: CarriedData,
	{ clock }: Services,
): Pick<Answer, 'conversation' | 'seq' | 'now' | 'at'> {
	if (!conversation || messageSeq === null) throw notAdmitted();
	const now = clock.now();
	return { conversation, seq: messageSeq, now, at: Math.max(now, conversation.updatedAt) };
}

function decideOn(answer: Answer): Decided {
	const { conversation, carried, takenUp } = answer;
	// The turn and its message are not its to end.
	if (takenUp || isOfAnother(conversation, carried)) return drop(answer, conversation, []);
	if (botMayAnswer(conversation, carried.epoch)) return send(answer);
	return drop(answer, closeTurn(conversation, answer.seq), settling(carried));
}

function drop(
	{ conversation, seq, at, snapshot, carried, takenUp }: Answer,
	closed: Conversation,
	settle: Write[],
): Decided {
	return {
		writes: [
			...(closed === conversation ? [] : [conversationWrite(closed)]),
			...settle,
			eventOf('answer.dropped', conversation.openHandoverId, at, {
				messageSeq: seq,
				epoch: carried.epoch,
				currentEpoch: conversation.epoch,
				takenUp,
			}),
		],
		result: {
			output: 'drop',
			handover: {
				...composeData(carried, conversation, snapshot.handover),
				reply: null,
				replySeq: null,
				repeated: false,
			},
		},
	};
}

function send({ conversation, seq, now, at, snapshot, carried, text }: Answer): Decided {
	const replySeq = snapshot.nextMessageSeq;
	const next = {
		...answerTurn(conversation, seq, now),
		missed: null,
		attempts: recordAnswer(conversation.attempts, replySeq, seq),
		updatedAt: at,
	};
	return {
		writes: [
			conversationWrite(next),
			{
				type: 'message',
				message: { author: 'bot', text, at, messageId: null, staffId: null, answersSeq: seq },
			},
			...settling(carried),
		],
		result: {
			output: 'send',
			handover: {
				...composeData(carried, next, snapshot.handover),
				trigger: null,
				reply: text,
				replySeq,
				repeated: false,
			},
		},
	};
}

function settling({ messageId }: CarriedData): Write[] {
	return messageId === null ? [] : [{ type: 'settle', messageId }];
}

function conversationWrite(conversation: Conversation): Write {
	return { type: 'conversation', conversation };
}
