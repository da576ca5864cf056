import { ACTIONS } from '../actions/actions';
import type { Conversation, Instant } from '../conversation/conversation';
import type { ActionKind, ActionRecord, Handover } from '../conversation/handover';
import { parseRef } from '../conversation/inbound-message';
import { HandoverError, toHandoverError } from '../errors';
import { planPauseEnd } from '../jobs/plan-pause-end';
import type { Decision, Snapshot, Write } from '../stores/store';
import {
	describeConversation,
	readCarriedData,
	type CarriedData,
	type Routed,
} from './handover-data';
import { openHandover, type Episode } from './open-handover';
import { eventOf } from './release';
import type { Services } from './services';

/** Lines that the summary is made of. */
const TRANSCRIPT = 20;

export type ActionOutput = 'done' | 'failed';

export interface ActionInput {
	botId?: unknown;
	conversationId?: unknown;
	carried?: unknown;
	/** The node's fields: the defaults where the scenario says nothing. */
	fields?: unknown;
}

/**
 * Does one of the six actions for the conversation's handover, and opens the handover when it is the
 * first. All it does and its record are one transaction: called again, it changes nothing and reports
 * what was done. A failed action is on the record, leaves the others alone, and may be tried again.
 * A decision that was overtaken, because a human had the conversation meanwhile, does nothing.
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
	const need = {
		handoverOfSeq: carried.messageSeq,
		staff: true,
		settings: true,
		transcript: TRANSCRIPT,
	};
	return await services.store.change(ref, need, (snapshot) => {
		const { conversation } = snapshot;
		if (!conversation) {
			throw new HandoverError(
				'CONVERSATION_UNKNOWN',
				'There is no such conversation in this store. Put a Handover Gate (Receive Message) before this node, and check botId and conversationId.',
			);
		}
		const at = Math.max(services.clock.now(), conversation.updatedAt);
		const ended = snapshot.handoverOfSeq?.endedAt != null ? snapshot.handoverOfSeq : undefined;
		// The turn's handover is over: a late retry must not start another one.
		if (ended) return report(conversation, ended, recordOf(ended, kind, at), carried, []);
		if (isOvertaken(conversation, carried)) return drop(conversation, kind, carried, at);
		const episode = openHandover(services, conversation, snapshot, carried, at);
		const record = recordOf(episode.handover, kind, at);
		if (record.status === 'done' || record.status === 'skipped') {
			return report(episode.conversation, episode.handover, record, carried, episode.writes);
		}
		return apply(services, kind, input.fields, episode, record, snapshot, carried, at);
	});
}

/** Somebody else has owned the conversation since the message came: the decision is out of date. */
function isOvertaken(conversation: Conversation, carried: CarriedData): boolean {
	return (
		conversation.openHandoverId === null &&
		carried.messageSeq !== null &&
		carried.epoch !== conversation.epoch
	);
}

function drop(
	conversation: Conversation,
	kind: ActionKind,
	carried: CarriedData,
	at: Instant,
): Decision<Routed<ActionOutput>> {
	const error = {
		code: 'SKIPPED',
		message: 'The conversation changed hands since the message came.',
	};
	const record: ActionRecord = { kind, status: 'skipped', attempts: 0, error, result: null, at };
	const data = { action: kind, epoch: carried.epoch, currentEpoch: conversation.epoch };
	return {
		writes: [eventOf('answer.dropped', null, at, data)],
		result: {
			output: 'done',
			handover: {
				...carried,
				...describeConversation(conversation, undefined),
				action: record,
				reply: null,
			},
		},
	};
}

function apply(
	services: Services,
	kind: ActionKind,
	fields: unknown,
	episode: Episode,
	before: ActionRecord,
	snapshot: Snapshot,
	carried: CarriedData,
	now: Instant,
): Decision<Routed<ActionOutput>> {
	const attempts = before.attempts + 1;
	let conversation = episode.conversation;
	let writes: Write[] = [];
	let record: ActionRecord;
	try {
		const action = ACTIONS[kind];
		const outcome = action.apply(
			{
				conversation,
				handover: episode.handover,
				scenario: snapshot.settings?.scenarios.find(
					({ name }) => name === episode.handover.scenario,
				),
				staff: snapshot.staff,
				transcript: snapshot.transcript,
				now,
				clockNow: services.clock.now(),
				newId: services.newId,
				desk: services.desk,
				channels: services.channels,
			},
			action.parse(fields),
		);
		conversation = outcome.conversation ?? conversation;
		writes = outcome.writes;
		const error = outcome.reason ? { code: 'SKIPPED', message: outcome.reason } : null;
		record = { kind, status: outcome.status, attempts, error, result: outcome.result, at: now };
	} catch (thrown) {
		const { code, message } = toHandoverError(thrown);
		record = { kind, status: 'failed', attempts, error: { code, message }, result: null, at: now };
	}
	const handover = withRecord(episode.handover, record);
	return report({ ...conversation, updatedAt: now }, handover, record, carried, [
		...episode.writes,
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

function report(
	conversation: Conversation,
	handover: Handover,
	record: ActionRecord,
	carried: CarriedData,
	writes: Write[],
): Decision<Routed<ActionOutput>> {
	// Only the run that sent the closing message hands it out; a repeated one stays silent.
	const sentNow =
		record.kind === 'sendClosingMessage' && record.status === 'done' && writes.length > 0;
	const text = sentNow ? record.result?.text : undefined;
	return {
		writes: writes.length ? [{ type: 'conversation', conversation }, ...writes] : [],
		result: {
			output: record.status === 'failed' ? 'failed' : 'done',
			handover: {
				...carried,
				...describeConversation(conversation, handover),
				action: record,
				reply: typeof text === 'string' ? text : carried.reply,
			},
		},
	};
}
