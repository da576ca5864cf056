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
	/** What it did, by id: the staff member, the task, the message. Of a failed one, its {@link Fallback}. */
	result: Record<string, string | number | boolean | string[] | PassedOver[] | null> | null;
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

/** Why somebody does not get a conversation. Public: records, events and flows show it. */
export const SKIP_REASONS = [
	'unknown',
	'disabled',
	'offline',
	'outsideHours',
	'atCapacity',
	'deskRefused',
	'notAccepted',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** A staff member who was passed over, and why. */
export interface PassedOver {
	staffId: string;
	reason: SkipReason;
	/** The desk's own code, when it has refused them. */
	detail?: string;
}

export interface TriedStaff extends PassedOver {
	at: Instant;
}

/** What happened in the place of an action that failed. The case has an owner, or was alerted. */
export interface Fallback {
	/** Who was passed over by this action, in that order. */
	tried: PassedOver[];
	/** Who has the conversation now. */
	assignee: string | null;
	/** Where it waits when nobody has it. */
	queue: 'unassigned' | null;
	/** Who was told just now that nobody has it. */
	alerted: string[];
}

/** What an assignee is told of. Public: notifications and webhooks show it. */
export const ASSIGNED_REASONS = ['conversationAssigned', 'taskAssigned'] as const;
export type AssignedReason = (typeof ASSIGNED_REASONS)[number];

export interface Told {
	staffId: string;
	reason: AssignedReason;
	/** Of a channel; see `NotificationChannel`. */
	address: string;
}

/** How a handover found its person. */
export interface Staffing {
	/**
	 * Each once, as last passed over, and never the assignee. Who was asked (`deskRefused`,
	 * `notAccepted`) is not asked again; who could not be asked may be later.
	 */
	tried: TriedStaff[];
	/** The assignee has taken it: they replied, or said so. */
	acceptedAt: Instant | null;
	/** Since when nobody has it, and the fallback contact knows. */
	unownedAt: Instant | null;
	/** Of the Notify Staff node, once that had its turn: who comes later is told in the same way. */
	webhook?: { id: string; link: string };
	/** Likewise, of what. Without it: of everything. */
	reasons?: AssignedReason[];
	/** Which assignees were told of what and where, whoever told them: they do not hear of it there once more. */
	told?: Told[];
	/** The flow's own people, by id, whose contacts come before those of others. Without it: everybody. */
	among?: string[];
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
