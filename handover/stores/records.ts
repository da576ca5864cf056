import type {
	Author,
	Conversation,
	ConversationRef,
	Instant,
	Message,
} from '../conversation/conversation';
import type { Handover } from '../conversation/handover';

/** Proof that a message was admitted, kept longer than its text. */
export interface Admission {
	messageId: string;
	seq: number;
	/** The process that is answering it. */
	runner: string;
	/** The conversation's, when it was admitted. */
	epoch: number;
	/** An answer went out, or it was decided that there is none. */
	settled: boolean;
	at: Instant;
}

export interface NewMessage {
	author: Author;
	text: string;
	at: Instant;
	messageId: string | null;
	staffId: string | null;
	answersSeq: number | null;
}

export interface TaskToCreate {
	id: string;
	handoverId: string;
	description: string;
	dueAt: Instant;
	assignee: string | null;
	createdAt: Instant;
}

export interface Task extends TaskToCreate {
	status: 'open' | 'done';
	/** Null while it is open. */
	completedAt: Instant | null;
	/** The staff member who said so; null where nobody did. */
	completedBy: string | null;
}

export interface Notification {
	id: string;
	handoverId: string;
	staffId: string;
	/** `deliveryFailed`: a message by another channel was given up, to them or to whom they stand in for. */
	reason: 'conversationAssigned' | 'taskAssigned' | 'nobodyAvailable' | 'deliveryFailed';
	/** How it reaches them; see `notifications/`. */
	channel: string;
	at: Instant;
}

/**
 * Something to do for a conversation later (a timer), or outside of the store (the outbox). It is in
 * the transaction that decided it, and is carried out by whoever leases it.
 */
export interface NewJob {
	/** Chosen by the caller: a timer that there may be only one of goes by its name and handover. */
	id: string;
	kind: string;
	handoverId: string | null;
	/** Not before. */
	dueAt: Instant;
	/** Tries that have failed. */
	attempts: number;
	/** Plain JSON. It may quote the contact; of a job that was given up, no longer than the lines. */
	payload: Record<string, unknown>;
	/** Given up: nobody leases it until it is written again. */
	dead: boolean;
	/** Of the last try. Never what a contact wrote. */
	error: { code: string; message: string } | null;
	createdAt: Instant;
}

export interface Job extends NewJob, ConversationRef {
	/** Who has the lease, and until when; null: nobody. */
	leasedBy: string | null;
	leasedUntil: Instant | null;
}

/** See `conversation/watch.ts`. */
export type WatchedTurns = Pick<Conversation, 'botId' | 'conversationId' | 'openTurns'>;

export const EVENT_TYPES = [
	'handover.requested',
	'handover.ended',
	'action.done',
	'action.failed',
	'action.skipped',
	'conversation.assigned',
	'conversation.unassigned',
	'conversation.closed',
	'conversation.reopened',
	'human.replied',
	'bot.paused',
	'bot.resumed',
	'answer.dropped',
	'attempt.failed',
	'staff.skipped',
	'handover.accepted',
	'handover.unowned',
	'task.completed',
	'task.due',
	'delivery.done',
	'delivery.failed',
	'delivery.dead',
	'delivery.replayed',
	'delivery.dropped',
	'turn.left',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** `data` holds ids, names of scenarios, codes and numbers; never what somebody wrote. */
export interface NewEvent {
	type: EventType;
	handoverId: string | null;
	at: Instant;
	data: Record<string, string | number | boolean | null>;
}

export interface HandoverEvent extends NewEvent, ConversationRef {
	/** Grows with every event in the store, in the order of their commits. */
	seq: number;
}

/** What `GET /handover/conversation` and an export are made of. */
export interface ConversationFile {
	conversation: Conversation;
	/** The open handover, or the last one. */
	handover: Handover | undefined;
	handovers: Handover[];
	tasks: Task[];
	notifications: Notification[];
	jobs: Job[];
	transcript: Message[];
	events: HandoverEvent[];
}

/**
 * How to reach a receiver. A job names it by its id, so that the secret is kept in one place, and a
 * repaired one also serves what is still to be delivered. No view, export or event shows it.
 */
export interface ChannelSettings {
	/** The node or credential that it was set in. */
	id: string;
	url: string;
	secret: string;
	savedAt: Instant;
}

/** Who reads under a name; see `operations/event-reader.ts`. */
export interface CursorLease {
	/** A runner; null: nobody. */
	heldBy: string | null;
	/** Another one after each time that it was given, kept or released. */
	sign: number;
}

export interface Cursor extends CursorLease {
	/** Of the last event that was handled; null: the reader is new, though somebody may read already. */
	seq: number | null;
}

/** The last that a runner has shown of itself. */
export interface Beat {
	runner: string;
	/** One more after each beat. */
	beats: number;
	/** It has said itself that it is gone. */
	hasLeft: boolean;
}
