import { ACTIONS } from '../actions/actions';
import type { ActionContext } from '../actions/action';
import type { Conversation, Instant } from '../conversation/conversation';
import type { ActionKind, ActionRecord, Handover } from '../conversation/handover';
import { parseRef } from '../conversation/inbound-message';
import { sayAgain } from '../conversation/said-again';
import { HandoverError, toHandoverError } from '../errors';
import { planPauseEnd } from '../jobs/plan-pause-end';
import type { Decision, Snapshot, Write } from '../stores/store';
import { composeData, readCarriedData, type CarriedData, type Routed } from './handover-data';
import { isOfAnother, isTakenUp } from './answering-worker';
import { closingMessageOf, isOfTurn, mayBeRepeated } from './closing-message';
import { dropAction } from './drop-action';
import { fallBack, isHopeless, isSettled, readFallback } from './fall-back';
import { openHandover, type Episode } from './open-handover';
import { withOwnStaff } from './own-staff';
import { eventOf } from './release';
import { retryStore } from './retry-store';
import type { Services } from './services';

export type ActionOutput = 'done' | 'failed';

export interface ActionInput {
	botId?: unknown;
	conversationId?: unknown;
	carried?: unknown;
	/**
	 * The node's fields: the defaults where the scenario says nothing. Those of every action may have the
	 * flow's own people as `staffIds`.
	 */
	fields?: unknown;
}

/**
 * Does one of the six actions for the conversation's handover, and opens the handover when it is the
 * first. All it does and its record are one transaction: called again, it changes nothing and reports
 * what was done. A failed action is on the record, leaves the others alone, and may be tried again.
 * A decision that was overtaken, because a human had the conversation meanwhile, or because this process
 * was taken for dead and another one has the turn, does nothing; nor does an item of a conversation that
 * was erased, and begun anew, since.
 * @throws {HandoverError} `CONVERSATION_UNKNOWN`, `TRANSITION_INVALID` on a closed conversation, or a
 * `STORE_*` code; then nothing is on record.
 */
export async function performAction(
	services: Services,
	kind: ActionKind,
	input: ActionInput,
): Promise<Routed<ActionOutput>> {
	const ref = parseRef(input);
	const carried = readCarriedData(input.carried);
	const need = { handoverOfSeq: carried.messageSeq, settings: true, ...ACTIONS[kind].need };
	let tries = 0;
	const decide = (snapshot: Snapshot, isAll: boolean): Decision<Routed<ActionOutput> | null> => {
		const { conversation } = snapshot;
		if (!conversation) {
			throw new HandoverError(
				'CONVERSATION_UNKNOWN',
				'There is no such conversation in this store. Put a Handover Gate (Receive Message) before this node, and check Bot ID and Conversation ID.',
			);
		}
		const at = Math.max(services.clock.now(), conversation.updatedAt);
		if (isOfAnother(conversation, carried)) {
			return dropAction(conversation, kind, carried, at, 'ofAnother');
		}
		const ended = snapshot.handoverOfSeq?.endedAt != null ? snapshot.handoverOfSeq : undefined;
		// The turn's handover is over: a late retry must not start another one.
		if (ended) return report(conversation, ended, recordOf(ended, kind, at), carried, []);
		const takenUp = conversation.openHandoverId === null && isTakenUp(snapshot, carried);
		if (takenUp === undefined && !isAll) return READ_ALL;
		if (takenUp) return dropAction(conversation, kind, carried, at, 'takenUp');
		if (isOvertaken(conversation, carried)) {
			return dropAction(conversation, kind, carried, at, 'overtaken');
		}
		if (conversation.openHandoverId === null) services.silentBots.sawAnswer(conversation.botId);
		const opened = openHandover(services, conversation, snapshot, carried, at);
		const episode = { ...opened, handover: withOwnStaff(opened.handover, input.fields) };
		const record = recordOf(episode.handover, kind, at);
		if (isSettled(record)) {
			const closing = repeatable(episode, record, carried);
			if (!closing) return report(conversation, episode.handover, record, carried, []);
			const isLate = isTakenUp(snapshot, carried);
			if (isLate === undefined && !isAll) return READ_ALL;
			if (isLate) return report(conversation, episode.handover, record, carried, []);
			// What a try of this run has done whose commit was not heard of went out to nobody.
			return sayClosingAgain(
				episode,
				record,
				{ ...carried, ...closing, repeated: tries === 1 },
				at,
			);
		}
		const before = { record, snapshot, hasStaff: isAll || need.staff !== undefined };
		return apply(services, kind, input.fields, episode, before, carried, at);
	};
	const all = { staff: true, ...need, messageId: carried.messageId };
	const perform = (isAll: boolean) =>
		services.store.change(ref, isAll ? all : need, (snapshot) => decide(snapshot, isAll));
	return await retryStore(services, async () => {
		tries += 1;
		// Else it would leave the handover after all that is done here.
		if (services.leftTurns.has(ref)) await services.leftTurns.write(services, ref);
		return (await perform(false)) ?? (await perform(true))!;
	});
}

/** What few decisions look at is read when it is needed: the roster, and the message's admission. */
const READ_ALL: Decision<null> = { result: null, writes: [] };

/** Somebody else has owned the conversation since the message came: the decision is out of date. */
function isOvertaken(conversation: Conversation, carried: CarriedData): boolean {
	return (
		conversation.openHandoverId === null &&
		carried.messageSeq !== null &&
		carried.epoch !== conversation.epoch
	);
}

interface Before {
	record: ActionRecord;
	snapshot: Snapshot;
	/** Whether the snapshot shows the roster. */
	hasStaff: boolean;
}

function apply(
	services: Services,
	kind: ActionKind,
	fields: unknown,
	episode: Episode,
	{ record: before, snapshot, hasStaff }: Before,
	carried: CarriedData,
	now: Instant,
): Decision<Routed<ActionOutput> | null> {
	const attempts = before.attempts + 1;
	const context = contextOf(services, episode, snapshot, carried, now);
	let { conversation, handover } = episode;
	let writes: Write[] = [];
	let record: ActionRecord;
	try {
		const action = ACTIONS[kind];
		const outcome = action.apply(context, action.parse(fields));
		conversation = outcome.conversation ?? conversation;
		handover = outcome.handover ?? handover;
		writes = outcome.writes;
		const skipped = outcome.reason ? { code: 'SKIPPED', message: outcome.reason } : null;
		const error = outcome.error ?? skipped;
		record = { kind, status: outcome.status, attempts, error, result: outcome.result, at: now };
	} catch (thrown) {
		if (!hasStaff && isHopeless(context, kind)) return READ_ALL;
		const { code, message } = toHandoverError(thrown);
		const fallen = fallBack(context, kind, fields);
		handover = fallen.handover;
		writes = fallen.writes;
		const result = { ...fallen.fallback };
		record = { kind, status: 'failed', attempts, error: { code, message }, result, at: now };
	}
	handover = withRecord(handover, record);
	const said = { ...carried, ...closingMessageOf(record) };
	return report({ ...conversation, updatedAt: now }, handover, record, said, [
		...episode.writes.filter((write) => !isReplaced(write, writes)),
		{ type: 'handover', handover },
		...writes,
		...planPauseEnd(episode.conversation, conversation, now),
		eventOf(`action.${record.status}` as 'action.done', handover.id, now, {
			action: kind,
			attempts,
			code: record.error?.code ?? null,
		}),
	]);
}

/** A new handover's timer is set once more as soon as somebody is assigned. */
function isReplaced(write: Write, writes: Write[]): boolean {
	if (write.type !== 'job') return false;
	return writes.some((later) => later.type === 'job' && later.job.id === write.job.id);
}

function contextOf(
	services: Services,
	{ conversation, handover }: Episode,
	{ settings, staff, transcript, nextMessageSeq }: Snapshot,
	{ messageSeq }: CarriedData,
	now: Instant,
): ActionContext {
	const { clock, newId, desk, channels } = services;
	const scenario = settings?.scenarios.find(({ name }) => name === handover.scenario);
	const clockNow = clock.now();
	return {
		conversation,
		handover,
		scenario,
		staff,
		transcript,
		messageSeq,
		nextMessageSeq,
		now,
		clockNow,
		newId,
		desk,
		channels,
	};
}

function withRecord(handover: Handover, record: ActionRecord): Handover {
	return {
		...handover,
		actions: handover.actions.map((one) => (one.kind === record.kind ? record : one)),
	};
}

function recordOf(handover: Handover, kind: ActionKind, at: Instant): ActionRecord {
	const found = handover.actions.find((one) => one.kind === kind);
	return found ?? { kind, status: 'pending', attempts: 0, error: null, result: null, at };
}

/** The closing message, where it may go out once more with the turn that it was sent for. */
function repeatable(
	{ conversation, handover }: Episode,
	record: ActionRecord,
	carried: CarriedData,
) {
	if (!isOfTurn(record, carried) || !mayBeRepeated(conversation, handover)) return undefined;
	return closingMessageOf(record);
}

function sayClosingAgain(
	{ conversation, handover }: Episode,
	record: ActionRecord,
	carried: CarriedData,
	at: Instant,
): Decision<Routed<ActionOutput>> {
	const said = sayAgain(conversation, carried.messageSeq!, at);
	const { result } = report(said, handover, record, carried, []);
	return { writes: [{ type: 'conversation', conversation: said }], result };
}

function report(
	conversation: Conversation,
	handover: Handover,
	record: ActionRecord,
	carried: CarriedData,
	writes: Write[],
): Decision<Routed<ActionOutput>> {
	return {
		writes: writes.length ? [{ type: 'conversation', conversation }, ...writes] : [],
		result: {
			output: record.status === 'failed' ? 'failed' : 'done',
			handover: {
				...composeData(carried, conversation, handover),
				action: record,
				fallback: readFallback(record),
			},
		},
	};
}
