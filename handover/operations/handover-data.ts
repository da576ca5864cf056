import * as v from 'valibot';
import type { Classification } from '../classifier/classifier';
import type { Contact, Conversation, Owner } from '../conversation/conversation';
import { readClassification, readTrigger } from './carried-findings';
import type { CatchUp } from './catch-up';
import type { RecordedReply } from './recorded-replies';
import { pauseEndsAt } from '../conversation/transition';
import type { ActionRecord, Fallback, Handover, HandoverTrigger } from '../conversation/handover';

/**
 * What our nodes keep under `handover` on an item or a message. It travels through the flow, so it is
 * plain JSON; the store has the last word on all of it.
 */
export interface HandoverData {
	botId: string;
	conversationId: string;
	/** Null where the sender gave none. */
	messageId: string | null;
	/** The contact's turn, as the Gate admitted it. */
	messageSeq: number | null;
	/** The first of the messages that were joined into this turn; mostly the turn's own. */
	turnFromSeq: number | null;
	/** Stamped by the Gate; compared before a bot answer goes out. */
	epoch: number;
	/** When the conversation began, likewise: one that was erased and begun anew is another one. */
	begunAt: number | null;
	/** Who answers the turn, likewise; see `answering-worker.ts`. */
	worker: string | null;
	/** Since when they have it, likewise: who has it a second time does not go on with the first. */
	receivedAt: number | null;
	text: string | null;
	contact: Contact;
	owner: Owner;
	assignee: string | null;
	pausedUntil: string | null;
	tags: string[];
	failedAttempts: number;
	/** The message was admitted before, and somebody else has its turn, or had it. */
	duplicate: boolean;
	/** A later message of the same burst is answered together with this one. */
	joined: boolean;
	/** What the bot has missed while a human had the conversation; null when it knows all. */
	catchUp: CatchUp | null;
	/** Of the open handover. */
	handoverId: string | null;
	/** The name of the scenario that called, or is about to call, a human. */
	scenario: string | null;
	/** What the last classifier or counter found; the first action opens the handover with it. */
	trigger: HandoverTrigger | null;
	classification: Classification | null;
	/** The last action. */
	action: ActionRecord | null;
	/** What happened in its place, when it failed. */
	fallback: Fallback | null;
	/** What goes out to the contact; null while the bot is silent. */
	reply: string | null;
	/** Its line in the transcript. No other text of the conversation has the number. */
	replySeq: number | null;
	/** `reply` may have gone out with the same message before: who has said it does not say it again. */
	repeated: boolean;
	/**
	 * Of a duplicate: what its turn was answered with, oldest first, and may not have reached the
	 * contact. Empty where there was no answer, or a human has taken over since.
	 */
	recordedReplies: RecordedReply[];
}

/** What an operation gives back: which output to take, and the new `handover`. */
export interface Routed<Output extends string> {
	output: Output;
	handover: HandoverData;
}

/** What is the same after every operation: the conversation as the store has it now. */
export function describeConversation(
	conversation: Conversation,
	handover: Handover | undefined,
): Pick<
	HandoverData,
	| 'botId'
	| 'conversationId'
	| 'contact'
	| 'owner'
	| 'assignee'
	| 'pausedUntil'
	| 'tags'
	| 'failedAttempts'
	| 'handoverId'
	| 'scenario'
> {
	const open = handover?.id === conversation.openHandoverId ? handover : undefined;
	const pausedUntil = pauseEndsAt(conversation);
	return {
		botId: conversation.botId,
		conversationId: conversation.conversationId,
		contact: conversation.contact,
		owner: conversation.owner,
		assignee: conversation.assignee,
		pausedUntil: pausedUntil === null ? null : new Date(pausedUntil).toISOString(),
		tags: conversation.tags,
		failedAttempts: conversation.attempts.failedAttempts,
		handoverId: open?.id ?? null,
		scenario: open?.scenario ?? null,
	};
}

const said = v.object({ text: v.string(), at: v.string() });
const catchUp = v.object({
	said: v.array(v.object({ ...said.entries, staffId: v.nullable(v.string()) })),
	promised: v.array(v.string()),
	openTasks: v.array(
		v.object({
			description: v.string(),
			dueAt: v.string(),
			assignee: v.nullable(v.string()),
		}),
	),
	doneTasks: v.array(
		v.object({
			description: v.string(),
			completedAt: v.string(),
			completedBy: v.nullable(v.string()),
		}),
	),
	unanswered: v.array(said),
	doNotAnswer: v.nullable(said),
	text: v.string(),
});

export type CarriedData = Pick<
	HandoverData,
	| 'messageId'
	| 'messageSeq'
	| 'turnFromSeq'
	| 'epoch'
	| 'begunAt'
	| 'worker'
	| 'receivedAt'
	| 'text'
	| 'duplicate'
	| 'joined'
	| 'catchUp'
	| 'trigger'
	| 'classification'
	| 'reply'
	| 'replySeq'
	| 'repeated'
>;

/**
 * The whole of it, before an operation says what it has done. Each name is written out because two
 * spreads into one object take many times as long.
 */
export function composeData(
	carried: CarriedData,
	conversation: Conversation,
	handover: Handover | undefined,
): HandoverData {
	const described = describeConversation(conversation, handover);
	return {
		botId: described.botId,
		conversationId: described.conversationId,
		messageId: carried.messageId,
		messageSeq: carried.messageSeq,
		turnFromSeq: carried.turnFromSeq,
		epoch: carried.epoch,
		begunAt: carried.begunAt,
		worker: carried.worker,
		receivedAt: carried.receivedAt,
		text: carried.text,
		contact: described.contact,
		owner: described.owner,
		assignee: described.assignee,
		pausedUntil: described.pausedUntil,
		tags: described.tags,
		failedAttempts: described.failedAttempts,
		duplicate: carried.duplicate,
		joined: carried.joined,
		catchUp: carried.catchUp,
		handoverId: described.handoverId,
		scenario: described.scenario,
		trigger: carried.trigger,
		classification: carried.classification,
		action: null,
		fallback: null,
		reply: carried.reply,
		replySeq: carried.replySeq,
		repeated: carried.repeated,
		recordedReplies: [],
	};
}

/**
 * Reads the `handover` that came with an item or a message. A flow may have lost or bent it on the
 * way, so what cannot be read counts as absent; the epoch then is -1, which is always stale.
 */
export function readCarriedData(value: unknown): CarriedData {
	const given = (typeof value === 'object' && value !== null ? value : {}) as Given;
	return {
		messageId: textOf(given.messageId),
		messageSeq: isSeq(given.messageSeq) ? given.messageSeq : null,
		turnFromSeq: isSeq(given.turnFromSeq) ? given.turnFromSeq : null,
		epoch: typeof given.epoch === 'number' && !Number.isNaN(given.epoch) ? given.epoch : -1,
		begunAt: typeof given.begunAt === 'number' ? given.begunAt : null,
		worker: textOf(given.worker),
		receivedAt: typeof given.receivedAt === 'number' ? given.receivedAt : null,
		text: textOf(given.text),
		duplicate: given.duplicate === true,
		joined: given.joined === true,
		catchUp: readCatchUp(given.catchUp),
		trigger: readTrigger(given.trigger),
		classification: readClassification(given.classification),
		reply: textOf(given.reply),
		replySeq: isSeq(given.replySeq) ? given.replySeq : null,
		repeated: given.repeated === true,
	};
}

type Given = { readonly [Name in keyof CarriedData]?: unknown };

function textOf(value: unknown): string | null {
	return typeof value === 'string' ? value : null;
}

function isSeq(value: unknown): value is number {
	return Number.isSafeInteger(value) && (value as number) >= 1;
}

function readCatchUp(value: unknown): CatchUp | null {
	// Mostly there is none, and to find that out with a schema costs more than all the rest.
	if (value === undefined || value === null) return null;
	const parsed = v.safeParse(catchUp, value);
	return parsed.success ? parsed.output : null;
}
