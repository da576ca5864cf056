import * as v from 'valibot';
import { ATTEMPT_JUDGEMENTS } from '../attempts/attempts';
import { LABELS, type Classification } from '../classifier/classifier';
import type { Contact, Conversation, Owner } from '../conversation/conversation';
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
	/** Stamped by the Gate; compared before a bot answer goes out. */
	epoch: number;
	text: string | null;
	contact: Contact;
	owner: Owner;
	assignee: string | null;
	pausedUntil: string | null;
	tags: string[];
	failedAttempts: number;
	duplicate: boolean;
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

const evidence = v.object({
	source: v.picklist(['contactMessage', 'botDraft', 'earlierTurn', 'counter', 'flow']),
	rule: v.string(),
	text: v.nullish(v.string(), null),
});
const trigger = v.object({
	scenario: v.string(),
	probability: v.number(),
	evidence: v.array(evidence),
	classifier: v.nullish(v.string(), null),
});
const candidate = v.object({
	label: v.picklist(LABELS),
	customScenario: v.nullish(v.string(), null),
	probability: v.number(),
});
const classification = v.object({
	...candidate.entries,
	evidence: v.array(evidence),
	runnerUp: v.nullish(candidate, null),
	attempt: v.picklist(ATTEMPT_JUDGEMENTS),
	classifier: v.string(),
	duration: v.number(),
});
const carried = v.object({
	messageId: v.fallback(v.nullable(v.string()), null),
	messageSeq: v.fallback(v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1))), null),
	epoch: v.fallback(v.number(), -1),
	text: v.fallback(v.nullable(v.string()), null),
	duplicate: v.fallback(v.boolean(), false),
	trigger: v.fallback(v.nullable(trigger), null),
	classification: v.fallback(v.nullable(classification), null),
	reply: v.fallback(v.nullable(v.string()), null),
});
export type CarriedData = v.InferOutput<typeof carried>;

/**
 * Reads the `handover` that came with an item or a message. A flow may have lost or bent it on the
 * way, so what cannot be read counts as absent; the epoch then is -1, which is always stale.
 */
export function readCarriedData(value: unknown): CarriedData {
	return v.parse(carried, typeof value === 'object' && value !== null ? value : {});
}
