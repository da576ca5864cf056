import type { Conversation, Message } from '../conversation/conversation';
import type { ActionRecord, Handover } from '../conversation/handover';
import { answerBy } from '../conversation/watch';
import type { BotSettings } from '../scenarios/scenario';
import { rosterEntry, type RosterEntry, type StaffMember } from '../staff/staff-member';
import type {
	Admission,
	Beat,
	ChannelSettings,
	Cursor,
	HandoverEvent,
	Job,
	Notification,
	Task,
	WatchedTurns,
} from './records';

/**
 * A row as both databases give it: numbers, JSON as its text, and truth as SQLite's 0 and 1 or
 * Postgres's own. Their schemas are strict, so the column types can be relied on.
 */
export type Row = Record<string, unknown>;

const json = <T>(text: unknown): T => JSON.parse(text as string) as T;
const jsonOrNull = <T>(text: unknown): T | null => (text === null ? null : json(text));

export function toConversation(row: Row): Conversation {
	return {
		botId: row['bot_id'] as string,
		conversationId: row['conversation_id'] as string,
		owner: row['owner'] as Conversation['owner'],
		epoch: row['epoch'] as number,
		openHandoverId: row['open_handover_id'] as string | null,
		assignee: row['assignee'] as string | null,
		pause: row['paused'] ? { until: row['pause_until'] as number | null } : null,
		lastHumanReplyAt: row['last_human_reply_at'] as number | null,
		contact: json(row['contact']),
		tags: json(row['tags']),
		attempts: json(row['attempts']),
		openTurns: json(row['open_turns']),
		burst: jsonOrNull(row['burst']),
		missed: jsonOrNull(row['missed']),
		saidAgain: json(row['said_again']),
		keepFor: row['keep_for'] as number,
		createdAt: row['created_at'] as number,
		updatedAt: row['updated_at'] as number,
	};
}

export function toWatchedTurns(row: Row): WatchedTurns {
	return {
		botId: row['bot_id'] as string,
		conversationId: row['conversation_id'] as string,
		openTurns: json(row['open_turns']),
	};
}

/** A reader that nobody ever held has no lease. */
export function toCursor(row: Row): Cursor {
	return {
		seq: row['seq'] as number | null,
		heldBy: row['held_by'] as string | null,
		sign: (row['sign'] as number | null) ?? 0,
	};
}

export function toBeat(row: Row): Beat {
	return {
		runner: row['id'] as string,
		beats: row['beats'] as number,
		hasLeft: Boolean(row['has_left']),
	};
}

export function toBotSettings(row: Row): BotSettings {
	return {
		botId: row['bot_id'] as string,
		version: row['version'] as number,
		scenarios: json(row['scenarios']),
		savedBy: row['saved_by'] as string,
		savedAt: row['saved_at'] as number,
	};
}

interface ConversationColumn {
	name: string;
	/** What it is a part of. */
	part: keyof Conversation;
	valueOf(one: Conversation): string | number | null;
}

/** Without its keys and its counter. */
export const COLUMNS_OF_CONVERSATION: readonly ConversationColumn[] = [
	{ name: 'owner', part: 'owner', valueOf: ({ owner }) => owner },
	{ name: 'epoch', part: 'epoch', valueOf: ({ epoch }) => epoch },
	{ name: 'open_handover_id', part: 'openHandoverId', valueOf: (one) => one.openHandoverId },
	{ name: 'assignee', part: 'assignee', valueOf: ({ assignee }) => assignee },
	{ name: 'paused', part: 'pause', valueOf: ({ pause }) => (pause ? 1 : 0) },
	{ name: 'pause_until', part: 'pause', valueOf: ({ pause }) => pause?.until ?? null },
	{ name: 'last_human_reply_at', part: 'lastHumanReplyAt', valueOf: (one) => one.lastHumanReplyAt },
	{ name: 'contact', part: 'contact', valueOf: ({ contact }) => JSON.stringify(contact) },
	{ name: 'tags', part: 'tags', valueOf: ({ tags }) => JSON.stringify(tags) },
	{ name: 'attempts', part: 'attempts', valueOf: ({ attempts }) => JSON.stringify(attempts) },
	{ name: 'open_turns', part: 'openTurns', valueOf: ({ openTurns }) => JSON.stringify(openTurns) },
	{ name: 'answer_by', part: 'openTurns', valueOf: ({ openTurns }) => answerBy(openTurns) },
	{ name: 'burst', part: 'burst', valueOf: ({ burst }) => burst && JSON.stringify(burst) },
	{ name: 'missed', part: 'missed', valueOf: ({ missed }) => missed && JSON.stringify(missed) },
	{ name: 'said_again', part: 'saidAgain', valueOf: ({ saidAgain }) => JSON.stringify(saidAgain) },
	{ name: 'keep_for', part: 'keepFor', valueOf: ({ keepFor }) => keepFor },
	{ name: 'created_at', part: 'createdAt', valueOf: ({ createdAt }) => createdAt },
	{ name: 'updated_at', part: 'updatedAt', valueOf: ({ updatedAt }) => updatedAt },
];

/** In the order of {@link conversationValues}. */
export const CONVERSATION_COLUMNS = COLUMNS_OF_CONVERSATION.map(({ name }) => name);

/** In the order of {@link CONVERSATION_COLUMNS}. */
export function conversationValues(one: Conversation) {
	return COLUMNS_OF_CONVERSATION.map(({ valueOf }) => valueOf(one));
}

export function toMessage(row: Row): Message {
	return {
		seq: row['seq'] as number,
		author: row['author'] as Message['author'],
		text: row['text'] as string,
		at: row['at'] as number,
		messageId: row['message_id'] as string | null,
		staffId: row['staff_id'] as string | null,
		answersSeq: row['answers_seq'] as number | null,
	};
}

export function toAdmission(row: Row): Admission {
	return {
		messageId: row['message_id'] as string,
		seq: row['seq'] as number,
		runner: row['runner'] as string,
		epoch: row['epoch'] as number,
		settled: Boolean(row['settled']),
		at: row['at'] as number,
	};
}

export function toHandover(row: Row, actions: Row[]): Handover {
	return {
		id: row['id'] as string,
		messageSeq: row['message_seq'] as number | null,
		scenario: row['scenario'] as string,
		probability: row['probability'] as number,
		evidence: json(row['evidence']),
		classifier: row['classifier'] as string | null,
		startedAt: row['started_at'] as number,
		endedAt: row['ended_at'] as number | null,
		runner: row['runner'] as string,
		staffing: json(row['staffing']),
		actions: actions.map(toAction),
	};
}

function toAction(row: Row): ActionRecord {
	return {
		kind: row['kind'] as ActionRecord['kind'],
		status: row['status'] as ActionRecord['status'],
		attempts: row['attempts'] as number,
		error: jsonOrNull(row['error']),
		result: jsonOrNull(row['result']),
		at: row['at'] as number,
	};
}

export function toTask(row: Row): Task {
	return {
		id: row['id'] as string,
		handoverId: row['handover_id'] as string,
		description: row['description'] as string,
		dueAt: row['due_at'] as number,
		assignee: row['assignee'] as string | null,
		status: row['status'] as Task['status'],
		createdAt: row['created_at'] as number,
		completedAt: row['completed_at'] as number | null,
		completedBy: row['completed_by'] as string | null,
	};
}

export function toNotification(row: Row): Notification {
	return {
		id: row['id'] as string,
		handoverId: row['handover_id'] as string,
		staffId: row['staff_id'] as string,
		reason: row['reason'] as Notification['reason'],
		channel: row['channel'] as string,
		at: row['at'] as number,
	};
}

export function toRosterEntry(row: Row): RosterEntry {
	const member: StaffMember = {
		...json<StaffMember>(row['profile']),
		id: row['id'] as string,
		name: row['name'] as string,
		email: row['email'] as string | null,
		notifyConversationAssigned: Boolean(row['notify_conversation_assigned']),
		notifyTaskAssigned: Boolean(row['notify_task_assigned']),
	};
	return rosterEntry(member, {
		lastAssigned: row['last_assigned'] as number,
		openConversations: row['open_conversations'] as number,
	});
}

/** Of a job joined with its conversation's ids. */
export function toJob(row: Row): Job {
	return {
		id: row['id'] as string,
		botId: row['bot_id'] as string,
		conversationId: row['conversation_id'] as string,
		kind: row['kind'] as string,
		handoverId: row['handover_id'] as string | null,
		dueAt: row['due_at'] as number,
		attempts: row['attempts'] as number,
		payload: json(row['payload']),
		dead: Boolean(row['dead']),
		error: jsonOrNull(row['error']),
		createdAt: row['created_at'] as number,
		leasedBy: row['leased_by'] as string | null,
		leasedUntil: row['leased_until'] as number | null,
	};
}

export function toChannelSettings(row: Row): ChannelSettings {
	return {
		id: row['id'] as string,
		url: row['url'] as string,
		secret: row['secret'] as string,
		savedAt: row['saved_at'] as number,
	};
}

export function toEvents(rows: Row[]): HandoverEvent[] {
	// One text is parsed much faster than a hundred.
	const data = json<Array<HandoverEvent['data']>>(`[${rows.map((row) => row['data']).join(',')}]`);
	return rows.map((row, index) => ({
		seq: row['seq'] as number,
		type: row['type'] as HandoverEvent['type'],
		botId: row['bot_id'] as string,
		conversationId: row['conversation_id'] as string,
		handoverId: row['handover_id'] as string | null,
		at: row['at'] as number,
		data: data[index]!,
	}));
}
