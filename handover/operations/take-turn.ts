import { BURST_LINES } from '../conversation/burst';
import type { Conversation, Message } from '../conversation/conversation';
import { closeTurns } from '../conversation/open-turns';
import type { Decision, Snapshot, Write } from '../stores/store';
import { describeConversation, type HandoverData, type Routed } from './handover-data';
import { known } from './own-conversation';
import type { ReceiveOutput } from './receive-message';
import type { Services } from './services';

/** What to a turn's own text is put in front of it when fragments are joined. */
const BETWEEN_FRAGMENTS = '\n';

/**
 * Whoever has waited goes on, or not: the bot has the conversation no more, a later fragment answers
 * for this one, or it takes all fragments up to its own with it. One transaction, so that of several
 * workers one answers.
 */
export async function takeTurn(
	services: Services,
	handover: HandoverData,
	takesBurst: boolean,
): Promise<Routed<ReceiveOutput>> {
	return await services.store.change(handover, { transcript: BURST_LINES }, (snapshot) => {
		const conversation = known(snapshot.conversation);
		const seq = handover.messageSeq!;
		const turn: Waiting = { conversation, handover, snapshot, seq };
		if (conversation.owner !== 'bot' || conversation.epoch !== handover.epoch) {
			return end(turn, 'human');
		}
		// Joined, or answered already: another worker was given it after a crash.
		if (!conversation.openTurns.some((one) => one.seq === seq)) return end(turn, 'duplicate');
		const { burst } = conversation;
		if (!burst || burst.fromSeq > seq) return goOn(turn, []);
		if (seq < burst.lastSeq && !takesBurst) return end(turn, 'duplicate');

		return goOn(turn, fragmentsOf(snapshot.transcript, burst.fromSeq, seq));
	});
}

interface Waiting {
	conversation: Conversation;
	handover: HandoverData;
	snapshot: Snapshot;
	seq: number;
}

function fragmentsOf(transcript: Message[], from: number, to: number): Message[] {
	return transcript.filter(({ seq, author }) => author === 'contact' && seq >= from && seq <= to);
}

/** `fragments` are this turn's messages, its own last; none when it was not joined with others. */
function goOn(
	{ conversation, handover, snapshot, seq }: Waiting,
	fragments: Message[],
): Decision<Routed<ReceiveOutput>> {
	const earlier = fragments.filter((one) => one.seq !== seq);
	const isTaken = fragments.length > 0;
	const { burst } = conversation;
	const rest = isTaken && burst && burst.lastSeq > seq ? { ...burst, fromSeq: seq + 1 } : null;
	const next: Conversation = {
		...closeTurns(
			conversation,
			earlier.map((one) => one.seq),
		),
		burst: isTaken ? rest : burst,
	};
	const settled = earlier.flatMap(({ messageId }): Write[] =>
		messageId === null ? [] : [{ type: 'settle', messageId }],
	);
	return {
		writes: isTaken ? [{ type: 'conversation', conversation: next }, ...settled] : [],
		result: {
			output: 'bot',
			handover: {
				...handover,
				...describeConversation(next, snapshot.handover),
				turnFromSeq: fragments[0]?.seq ?? seq,
				text: isTaken ? fragments.map(({ text }) => text).join(BETWEEN_FRAGMENTS) : handover.text,
			},
		},
	};
}

function end(
	{ conversation, handover, snapshot, seq }: Waiting,
	output: 'human' | 'duplicate',
): Decision<Routed<ReceiveOutput>> {
	// A human deals with it, and nobody waits for it any more. What was joined is settled by its last.
	const closed = output === 'human' ? closeTurns(conversation, [seq]) : conversation;
	const writes: Write[] =
		closed === conversation ? [] : [{ type: 'conversation', conversation: closed }];
	if (output === 'human' && handover.messageId !== null) {
		writes.push({ type: 'settle', messageId: handover.messageId });
	}
	return {
		// The conversation first: the store knows no other order for a row that is new.
		writes,
		result: {
			output,
			handover: { ...handover, ...describeConversation(closed, snapshot.handover) },
		},
	};
}
