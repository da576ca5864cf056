import { BURST_LINES, isFragmentOf } from '../conversation/burst';
import type { Conversation, Instant, Message, OpenTurn } from '../conversation/conversation';
import { keepTurns } from '../conversation/open-turns';
import { goOnWatching } from '../conversation/watch';
import type { Decision, Snapshot, Write } from '../stores/store';
import { describeConversation, type HandoverData, type Routed } from './handover-data';
import { known } from './own-conversation';
import type { ReceiveOutput } from './received';
import type { Services } from './services';

const BETWEEN_FRAGMENTS = '\n';

export interface TakeOptions {
	/** Also when it is not the newest fragment. */
	takesBurst: boolean;
	/** Of the conversation that the message was admitted to. */
	createdAt: Instant;
	/** The turns before it gave no sign for too long: nobody is to wait for them again. */
	gaveUp: boolean;
	/** Behind the message, as of a turn that comes back: its fragments are before them. */
	newerLines: number;
}

/**
 * Whoever has waited goes on, or not: the bot has the conversation no more, a later fragment answers
 * for this one, or it takes all fragments up to its own with it. One transaction, so that of several
 * workers one answers.
 * @throws {HandoverError} `CONVERSATION_UNKNOWN` when it was erased meanwhile.
 */
export async function takeTurn(
	services: Services,
	handover: HandoverData,
	options: TakeOptions,
): Promise<Routed<ReceiveOutput>> {
	const transcript = BURST_LINES + options.newerLines;
	return await services.store.change(handover, { transcript }, (snapshot) => {
		const found = snapshot.conversation;
		const conversation = known(found?.createdAt === options.createdAt ? found : undefined);
		const seq = handover.messageSeq!;
		const turn: Waiting = { conversation, handover, snapshot, seq, options };
		if (isWithHuman(turn)) return end(turn, 'human');
		const mine = conversation.openTurns.find((one) => one.seq === seq);
		// It was given to another worker after a crash, or joined by a later fragment.
		if (mine?.runner !== services.runner.id) return end(turn, 'duplicate');
		const { burst } = conversation;
		const isFragment = isFragmentOf(burst, seq);
		if (isFragment && seq < burst.lastSeq && !options.takesBurst) return end(turn, 'duplicate');
		const fromSeq = isFragment ? burst.fromSeq : mine.fromSeq;
		const now = services.clock.now();
		return goOn(turn, {
			seq,
			fromSeq,
			runner: services.runner.id,
			at: Math.max(now, conversation.updatedAt),
			taken: true,
			...goOnWatching(mine.watch, now),
		});
	});
}

interface Waiting {
	conversation: Conversation;
	handover: HandoverData;
	snapshot: Snapshot;
	seq: number;
	options: TakeOptions;
}

/** A human has it, or has had it meanwhile: they have dealt with the message, or the catch-up has it. */
function isWithHuman({ conversation, handover }: Waiting): boolean {
	return conversation.owner !== 'bot' || conversation.epoch !== handover.epoch;
}

function goOn(
	{ conversation, handover, snapshot, seq, options }: Waiting,
	turn: OpenTurn,
): Decision<Routed<ReceiveOutput>> {
	const { burst } = conversation;
	const fragments = snapshot.transcript.filter(
		(line) => line.author === 'contact' && line.seq >= turn.fromSeq && line.seq <= seq,
	);
	const kept = conversation.openTurns
		.filter(({ seq: itsSeq }) => itsSeq > seq || itsSeq < turn.fromSeq)
		.flatMap((one) => (options.gaveUp && one.seq < seq && one.taken ? passOver(one) : [one]));
	const next: Conversation = {
		...conversation,
		openTurns: [...kept, turn].sort((a, b) => a.seq - b.seq),
		burst: isFragmentOf(burst, seq) ? restOf(burst, seq) : burst,
	};
	const isJoined = turn.fromSeq < seq;
	return {
		writes: [
			{ type: 'conversation', conversation: next },
			...fragments.filter((one) => one.seq !== seq).flatMap(settle),
		],
		result: {
			output: 'bot',
			handover: {
				...handover,
				...describeConversation(next, snapshot.handover),
				turnFromSeq: turn.fromSeq,
				text: isJoined ? fragments.map(({ text }) => text).join(BETWEEN_FRAGMENTS) : handover.text,
			},
		},
	};
}

/** Nobody waits for it again; if nobody answers it either, that is seen to. */
function passOver({ watch, ...turn }: OpenTurn): OpenTurn[] {
	return watch ? [{ ...turn, watch: { ...watch, passed: true } }] : [];
}

/** Fragments that came after the one that did not wait for them. */
function restOf(burst: Conversation['burst'] & object, seq: number): Conversation['burst'] {
	return burst.lastSeq > seq ? { ...burst, fromSeq: seq + 1 } : null;
}

function settle({ messageId }: { messageId: Message['messageId'] }): Write[] {
	return messageId === null ? [] : [{ type: 'settle', messageId }];
}

function end(
	{ conversation, handover, snapshot, seq }: Waiting,
	output: 'human' | 'duplicate',
): Decision<Routed<ReceiveOutput>> {
	const isHuman = output === 'human';
	// A human deals with it, and nobody waits for it any more. What was joined is settled by its last.
	const closed = isHuman ? keepTurns(conversation, (one) => one.seq !== seq) : conversation;
	return {
		writes: isHuman ? [{ type: 'conversation', conversation: closed }, ...settle(handover)] : [],
		result: {
			output,
			handover: {
				...handover,
				...describeConversation(closed, snapshot.handover),
				joined: !isHuman,
			},
		},
	};
}
