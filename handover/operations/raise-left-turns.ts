import type {
	Conversation,
	ConversationRef,
	Instant,
	OpenTurn,
} from '../conversation/conversation';
import { keepTurns } from '../conversation/open-turns';
import { goOnWatching, MOST_RAISED } from '../conversation/watch';
import type { Admission } from '../stores/records';
import type { Decision, Snapshot, Write } from '../stores/store';
import { NOBODY } from './answering-worker';
import { callHuman } from './call-human';
import { stampOf } from './overdue-turns';
import { eventOf } from './release';
import type { Services } from './services';

/** Conversations that are looked at in one go; the others are, when these are answered. */
const MOST = 1_000;

/**
 * Looks after the turns that nobody has answered although their Gate asks for it (ADR 31): what was left,
 * whose process is gone, and what has had no answer in time. Each comes back as an event `turn.left`, by
 * which a flow receives its message again; and when that was in vain, a human is called. However many
 * look at the same time, one of them raises it. Returns for how many something was done.
 */
export async function raiseLeftTurns(
	services: Services,
	onError: (error: unknown) => void,
): Promise<number> {
	let done = 0;
	const watched = await services.store.findWatchedTurns(MOST);
	const overdue = services.overdueTurns.look(services.clock, watched);
	for (const { openTurns, ...ref } of watched) {
		if (!openTurns.some(isWatched)) await tidyUp(services, ref).catch(onError);
		for (const turn of openTurns.filter((one) => overdue.has(one) || isGone(services, one))) {
			// One that cannot be written must not keep the others from coming back.
			const isDone = await raise(services, ref, turn).catch(onError);
			done += Number(isDone === true);
		}
	}
	return done;
}

function isWatched({ watch }: OpenTurn): boolean {
	return watch !== undefined;
}

/** A process of a version that knows of no watch has answered it; it must not be found for ever. */
async function tidyUp({ store }: Services, ref: ConversationRef): Promise<void> {
	await store.change(ref, {}, ({ conversation }) => {
		if (!conversation || conversation.openTurns.some(isWatched)) return nothing;
		return write({ ...conversation, openTurns: [...conversation.openTurns] });
	});
}

const nothing: Decision<boolean> = { result: false, writes: [] };

/** Whoever has it is not waited for any more. */
function isGone({ runner }: Services, { watch, runner: itsRunner }: OpenTurn): boolean {
	return watch !== undefined && itsRunner !== NOBODY && !runner.isAlive(itsRunner);
}

async function raise(services: Services, ref: ConversationRef, found: OpenTurn): Promise<boolean> {
	const need = { messageId: found.watch?.messageId ?? null, handoverOfSeq: found.seq };
	return await services.store.change(ref, need, (snapshot) => decide(services, snapshot, found));
}

function decide(services: Services, snapshot: Snapshot, found: OpenTurn): Decision<boolean> {
	const { conversation, admission } = snapshot;
	const { seq } = found;
	const turn = conversation?.openTurns.find((one) => one.seq === seq);
	// Somebody else was first, or it was answered in between.
	if (!conversation || !turn || stampOf(conversation, turn) !== stampOf(conversation, found)) {
		return nothing;
	}
	const now = services.clock.now();
	const at = Math.max(now, conversation.updatedAt);
	if (isOver(conversation, snapshot)) return write(keepTurns(conversation, (one) => one !== turn));
	if (admission?.seq === seq && turn.watch!.raised < MOST_RAISED) {
		return comeBack(conversation, turn, admission, now, at);
	}
	return { result: true, writes: callHuman(services, snapshot, conversation, turn, at) };
}

/** It was answered, or a human has or had it. An older version may have left it open. */
function isOver({ owner, epoch }: Conversation, { admission, handoverOfSeq }: Snapshot): boolean {
	if (owner !== 'bot' || handoverOfSeq !== undefined) return true;
	return admission !== undefined && (admission.settled || admission.epoch !== epoch);
}

function comeBack(
	conversation: Conversation,
	turn: OpenTurn,
	admission: Admission,
	now: Instant,
	at: Instant,
): Decision<boolean> {
	const raised = turn.watch!.raised + 1;
	const again = goOnWatching({ ...turn.watch!, raised }, now);
	const openTurns = conversation.openTurns.map((one) =>
		one === turn ? { ...turn, runner: NOBODY, ...again } : one,
	);
	const { messageId } = admission;
	return write(
		{ ...conversation, openTurns },
		{ type: 'admission', admission: { ...admission, runner: NOBODY } },
		eventOf('turn.left', null, at, { messageId, messageSeq: turn.seq, raised }),
	);
}

function write(conversation: Conversation, ...more: Write[]): Decision<boolean> {
	return { result: true, writes: [{ type: 'conversation', conversation }, ...more] };
}
