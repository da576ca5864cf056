import { DEFAULT_KEEP_DAYS } from './transcript-limits';

/**
 * Terminology, for the whole domain:
 * - A conversation is one contact's thread with one bot: `botId` + `conversationId`.
 * - Its owner is who may answer now: the bot, nobody yet (`waiting`), a human, or nobody (`closed`).
 * - Its epoch counts changes of owner. An answer stamped with an older epoch is stale.
 * - A handover is one episode from request to release. At most one is open per conversation.
 * - A turn is answered when its answer may go out, and confirmed when its flow says that all is done.
 */

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

export type Owner = 'bot' | 'waiting' | 'human' | 'closed';

export interface ConversationRef {
	botId: string;
	conversationId: string;
}

/** The person outside. `language` is a BCP 47 tag such as `de` or `pt-BR`. */
export interface Contact {
	id: string | null;
	name: string | null;
	email: string | null;
	language: string | null;
}

/** `until: null` means until somebody resumes the bot by hand. */
export interface Pause {
	until: Instant | null;
}

/** What {@link transition} reads and writes: who owns the conversation, and for how long. */
export interface ConversationState {
	owner: Owner;
	/** Starts at 0 and never goes back. */
	epoch: number;
	openHandoverId: string | null;
	/** Stays when the bot gets the conversation back, so that the next handover can keep the person. */
	assignee: string | null;
	pause: Pause | null;
	lastHumanReplyAt: Instant | null;
}

/** See `attempts/attempts.ts`. */
export interface AttemptState {
	failedAttempts: number;
	/** The last bot answer that reached the contact, and whether it is already counted as failed. */
	lastAnswer: { seq: number; failed: boolean } | null;
	/** The last contact's turn that was judged, so that judging it again changes nothing. */
	lastJudged: { seq: number; failed: boolean } | null;
	/** The contact's turn whose draft was counted before it was delivered. */
	draftFailedFor: number | null;
}

export interface Conversation extends ConversationRef, ConversationState {
	contact: Contact;
	tags: string[];
	attempts: AttemptState;
	/** Oldest first. The bot answers them one after the other. */
	openTurns: OpenTurn[];
	/** Fragments of one turn that are being joined; see the Gate's burst window. */
	burst: Burst | null;
	/** From when a human takes over until the bot has answered with it in mind. */
	missed: Missed | null;
	/** Turns whose answers went out once more a moment ago; see `said-again.ts`. */
	saidAgain: SaidAgain[];
	/** Milliseconds that a line of the transcript is kept. */
	keepFor: Instant;
	createdAt: Instant;
	updatedAt: Instant;
}

/** A turn that the bot is to answer, until it has, or until a human has the conversation. */
export interface OpenTurn {
	/** Of its message; of the newest one, where several were joined. */
	seq: number;
	/** Of its first message. */
	fromSeq: number;
	/** The process that answers it. */
	runner: string;
	at: Instant;
	/** It has left the Gate for the bot. Those that have not still wait for something. */
	taken: boolean;
	/** Without it, nobody looks whether it is answered. */
	watch?: Watch;
}

/** What makes a turn come back that nobody answers; see `watch.ts`. */
export interface Watch {
	/** By which it comes back; null: it cannot. */
	messageId: string | null;
	/** Milliseconds within which the bot answers, twice as many each time that it comes back. */
	within: Instant;
	/** When its message was received, by whoever has it now: of the admission. */
	since: Instant;
	/** Of the clock of who wrote it; clocks differ, so it only says what is looked at first. */
	dueAt: Instant;
	/** Milliseconds, then: each who looks measures them by their own elapsed time. */
	dueIn: Instant;
	/** How often it has come back. */
	raised: number;
	/** Others have waited for its answer in vain, and nobody is to wait for it again. */
	passed?: boolean;
	/**
	 * Where the flow is to confirm the turn: `later`, or `now` that it was answered or handed over. Without
	 * it, that is the turn's end.
	 */
	confirm?: 'later' | 'now';
}

/** The contact's messages `fromSeq` to `lastSeq` make one turn, which is not taken up yet. */
export interface Burst {
	fromSeq: number;
	lastSeq: number;
	since: Instant;
	fragments: number;
	/** Characters of all fragments. */
	length: number;
}

/** A part of the transcript that is news to the bot: a human had the conversation. */
export interface Missed {
	fromSeq: number;
	/** When the human took over. Not on a row of an earlier version. */
	fromAt?: Instant;
	/** Of the last line before the bot got the conversation back; null until then. */
	toSeq: number | null;
	/** Turns of the bot that were told of it. */
	told: number;
}

export interface SaidAgain {
	/** Of the contact's turn. */
	seq: number;
	/** The last time. */
	at: Instant;
}

export type Author = 'contact' | 'bot' | 'human';

/** One line of the transcript. `seq` grows within its conversation and is the only order that counts. */
export interface Message {
	seq: number;
	author: Author;
	text: string;
	at: Instant;
	/** The sender's own id, where it gave one. */
	messageId: string | null;
	/** The staff member, on lines by a human. */
	staffId: string | null;
	/** The contact's turn that it answers, on lines by the bot. Not on those of an earlier version. */
	answersSeq: number | null;
}

export function newConversation(ref: ConversationRef, at: Instant): Conversation {
	return {
		botId: ref.botId,
		conversationId: ref.conversationId,
		owner: 'bot',
		epoch: 0,
		openHandoverId: null,
		assignee: null,
		pause: null,
		lastHumanReplyAt: null,
		contact: { id: null, name: null, email: null, language: null },
		tags: [],
		attempts: { failedAttempts: 0, lastAnswer: null, lastJudged: null, draftFailedFor: null },
		openTurns: [],
		burst: null,
		missed: null,
		saidAgain: [],
		keepFor: DEFAULT_KEEP_DAYS * 86_400_000,
		createdAt: at,
		updatedAt: at,
	};
}
