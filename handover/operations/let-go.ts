import type { Conversation, ConversationRef, Instant } from '../conversation/conversation';
import type { Handover } from '../conversation/handover';
import { leaveWatched } from '../conversation/watch';
import type { Admission } from '../stores/records';
import type { Snapshot, Write } from '../stores/store';
import { isUnfinished } from './abandoned-turns';
import { isHeldSince, NOBODY, workerOf } from './answering-worker';
import type { Services } from './services';

/** A turn, as the process that fails on it knows it. */
export interface LeftTurn {
	ref: ConversationRef;
	/** Null where the sender gave none: then it cannot come again. */
	messageId: string | null;
	/** Null where nobody knows whether it was admitted. */
	messageSeq: number | null;
	/** Of its conversation; null where nobody knows. */
	begunAt: Instant | null;
	/** Who had it. */
	worker: string;
	/** Since when; null where nobody knows. */
	receivedAt: Instant | null;
	/** Who may have the handover that it was to carry out. */
	handoverOf: readonly string[];
	/** Whatever is open is that handover; else only what was opened on its own message, as by a tool call. */
	hasTrigger: boolean;
	/** It was admitted no sooner; null: whenever. */
	since: Instant | null;
}

/**
 * Nobody has the turn any more, nor the handover that it called for: whoever hears of either next takes
 * it up; if it is watched, that is soon. What was taken up meanwhile, by another process or a later run
 * of this one, is that one's, and what is settled or with a human stays so. A second time, it changes
 * nothing.
 */
export async function letGo({ store, clock }: Services, turn: LeftTurn): Promise<void> {
	await store.change(turn.ref, { messageId: turn.messageId }, (snapshot) => ({
		result: undefined,
		writes: writesOf(snapshot, turn, clock.now()),
	}));
}

function writesOf(snapshot: Snapshot, turn: LeftTurn, now: Instant): Write[] {
	const { conversation, handover } = snapshot;
	if (!conversation || (turn.begunAt !== null && turn.begunAt !== conversation.createdAt))
		return [];
	const open = conversation.openTurns.find((one) => one.seq === turn.messageSeq);
	if (isHeldSince(open, snapshot.admission, turn.receivedAt)) return [];
	const writes: Write[] = [];
	const admission = leftAdmission(conversation, snapshot.admission, turn);
	if (admission) writes.push({ type: 'admission', admission: { ...admission, runner: NOBODY } });
	const seq = turn.messageSeq ?? admission?.seq;
	const openTurns = conversation.openTurns.map((one) =>
		one.seq === seq && workerOf(one.runner) === turn.worker
			? { ...one, runner: NOBODY, ...leaveWatched(one.watch, now) }
			: one,
	);
	if (openTurns.some((one, index) => one !== conversation.openTurns[index])) {
		writes.push({ type: 'conversation', conversation: { ...conversation, openTurns } });
	}
	if (isUnfinished(conversation, handover) && isOf(handover, turn)) {
		writes.push({ type: 'handover', handover: { ...handover, runner: NOBODY } });
	}
	return writes;
}

function isOf(handover: Handover, { messageSeq, handoverOf, hasTrigger }: LeftTurn): boolean {
	const isIts = hasTrigger || handover.messageSeq === messageSeq;
	return isIts && handoverOf.includes(workerOf(handover.runner));
}

function leftAdmission(
	{ owner, epoch }: Conversation,
	admission: Admission | undefined,
	{ messageSeq, worker, since }: LeftTurn,
): Admission | undefined {
	if (!admission || admission.settled || workerOf(admission.runner) !== worker) return undefined;
	// A human has dealt with it meanwhile.
	if (owner !== 'bot' || admission.epoch !== epoch) return undefined;
	const isIt = messageSeq === null ? admission.at >= (since ?? 0) : admission.seq === messageSeq;
	return isIt ? admission : undefined;
}
