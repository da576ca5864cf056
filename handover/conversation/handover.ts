import type { Instant } from './conversation';

export const ACTION_KINDS = [
	'assignConversation',
	'createTask',
	'sendClosingMessage',
	'pauseBot',
	'addTags',
	'notifyStaff',
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

export type ActionStatus = 'pending' | 'done' | 'failed' | 'skipped';

/** What became of one action of one handover. `done` and `skipped` are final. */
export interface ActionRecord {
	kind: ActionKind;
	status: ActionStatus;
	/** How often it was tried; 0 while pending. */
	attempts: number;
	/** Why it failed or was skipped. Never what a contact wrote. */
	error: { code: string; message: string } | null;
	/** What it did, by id: the staff member, the task, the message. */
	result: Record<string, string | number | boolean | string[] | null> | null;
	at: Instant;
}

/** One thing that decided: a phrase, a turn, a rule. `text` may quote the contact. */
export interface Evidence {
	/** Where it was seen. */
	source: 'contactMessage' | 'botDraft' | 'earlierTurn' | 'counter' | 'flow';
	rule: string;
	text: string | null;
}

/** Why a human is called. */
export interface HandoverTrigger {
	/** A scenario's name. */
	scenario: string;
	/** 0 to 1. */
	probability: number;
	evidence: Evidence[];
	classifier: string | null;
}

/** A staff member who could not take the handover, and why: a code, never what a contact wrote. */
export interface TriedStaff {
	staffId: string;
	reason: string;
	at: Instant;
}

/** How a handover found its person. */
export interface Staffing {
	/** In the order in which they were passed over; nobody of them is asked again. */
	tried: TriedStaff[];
	/** The assignee has taken it: they replied, or said so. */
	acceptedAt: Instant | null;
	/** Nobody was left, and the fallback contact was told. */
	unownedAt: Instant | null;
}

export interface Handover extends HandoverTrigger {
	id: string;
	/** The contact's turn it answers: a second request for that turn is the same handover. */
	messageSeq: number | null;
	startedAt: Instant;
	endedAt: Instant | null;
	/** The process that carries the actions out; see `Runner` in `operations/services.ts`. */
	runner: string;
	staffing: Staffing;
	actions: ActionRecord[];
}

export function newStaffing(): Staffing {
	return { tried: [], acceptedAt: null, unownedAt: null };
}
