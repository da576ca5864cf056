import type { DatabaseSync } from 'node:sqlite';
import type { ConversationRef, Message } from '../../conversation/conversation';
import type { Handover } from '../../conversation/handover';
import type { BotSettings } from '../../scenarios/scenario';
import type { RosterEntry } from '../../staff/staff-member';
import type { Snapshot, SnapshotNeed } from '../store';
import { copyOf } from './copy-of';
import { copyOfConversation } from './copy-of-conversation';
import type { RecentConversation, RecentConversations } from './recent-conversations';
import { rosterReader } from './roster-reader';
import { rowQuery, type Table } from './row-query';
import {
	toAdmission,
	toBotSettings,
	toConversation,
	toHandover,
	toJob,
	toMessage,
	toTask,
	type Row,
} from '../rows';
import {
	ACTIONS,
	ADMISSIONS,
	CONVERSATIONS,
	FROM_JOBS,
	HANDOVERS,
	JOBS,
	MESSAGES,
	TASKS,
} from './tables';

export interface SnapshotReader {
	/** Whether all of it is with the recent ones, so that reading it needs no transaction. */
	isRecent(ref: ConversationRef, need: SnapshotNeed): boolean;
	read(ref: ConversationRef, need: SnapshotNeed): Seen;
	settings(botId: string): BotSettings | undefined;
	staff(): RosterEntry[];
}

export interface Seen {
	snapshot: Snapshot;
	/** What is remembered of the conversation, if there is one. */
	recent: RecentConversation | undefined;
}

/**
 * Reads what a decision looks at, within whatever transaction is open, and leaves the conversation
 * with the recent ones. What it returns is the caller's to change.
 */
export function snapshotReader(
	database: DatabaseSync,
	recents: RecentConversations,
): SnapshotReader {
	const query = (table: Table, from: string) => rowQuery(database, table, from);
	const conversation = query(
		CONVERSATIONS,
		'FROM conversations WHERE bot_id = ? AND conversation_id = ?',
	);
	const admission = query(ADMISSIONS, 'FROM admissions WHERE conversation = ? AND message_id = ?');
	const handoverById = query(HANDOVERS, 'FROM handovers WHERE id = ?');
	const handoverOfSeq = query(
		HANDOVERS,
		'FROM handovers WHERE conversation = ? AND message_seq = ?',
	);
	const actions = query(ACTIONS, 'FROM actions WHERE handover_id = ? ORDER BY position');
	const transcript = query(
		MESSAGES,
		'FROM messages WHERE conversation = ? ORDER BY seq DESC LIMIT ?',
	);
	// An answer comes after what it answers, so the search is among the newer lines.
	const replies = query(
		MESSAGES,
		'FROM messages WHERE conversation = ?1 AND seq > ?2 AND answers_seq = ?2 ORDER BY seq',
	);
	const staff = rosterReader(database);
	const job = query(JOBS, `${FROM_JOBS} WHERE jobs.id = ? AND conversation = ?`);
	const task = query(TASKS, 'FROM tasks WHERE id = ? AND conversation = ?');
	const openTasks = query(
		TASKS,
		"FROM tasks WHERE conversation = ? AND status = 'open' ORDER BY created_at, rowid",
	);
	const latestSettings = database.prepare(
		'SELECT * FROM bot_settings WHERE bot_id = ? ORDER BY version DESC LIMIT 1',
	);
	const withActions = (row: Row | undefined): Handover | undefined =>
		row && toHandover(row, actions.all(row['id'] as string));

	function settings(botId: string): BotSettings | undefined {
		const known = recents.findSettings(botId);
		if (known !== undefined) return copyOf(known ?? undefined);
		const row = latestSettings.get(botId);
		const read = row && toBotSettings(row);
		recents.rememberSettings(botId, read ?? null);
		return copyOf(read);
	}

	function findConversation(ref: ConversationRef): RecentConversation | undefined {
		const known = recents.find(ref);
		if (known) return known;
		const row = conversation.get(ref.botId, ref.conversationId);
		if (!row) return undefined;
		const read: RecentConversation = {
			rowId: row['id'] as number,
			lastSeq: row['last_seq'] as number,
			conversation: toConversation(row),
			lines: null,
			areAllLines: false,
		};
		recents.remember(ref, read);
		return read;
	}

	/** With at least so many lines, if there are as many. */
	function withLines(ref: ConversationRef, found: RecentConversation, count: number) {
		if (hasLines(found, count)) return found;
		const lines = transcript.all(found.rowId, count).map(toMessage).reverse();
		const read = { ...found, lines, areAllLines: lines.length < count };
		recents.remember(ref, read);
		return read;
	}

	/** Mostly the open one, which need not be read twice. */
	function ofSeq({ rowId }: RecentConversation, open: Handover | undefined, seq: number) {
		if (open?.messageSeq === seq) return open;
		return withActions(handoverOfSeq.get(rowId, seq));
	}

	function find(ref: ConversationRef, { transcript: lines }: SnapshotNeed) {
		const found = findConversation(ref);
		return found && lines ? withLines(ref, found, lines) : found;
	}

	function read(ref: ConversationRef, need: SnapshotNeed): Seen {
		const found = find(ref, need);
		const openId = found?.conversation.openHandoverId;
		const open = openId ? withActions(handoverById.get(openId)) : undefined;
		const seq = need.handoverOfSeq ?? null;
		const wantedJob = found && need.jobId != null ? job.get(need.jobId, found.rowId) : undefined;
		const wantedTask =
			found && need.taskId != null ? task.get(need.taskId, found.rowId) : undefined;
		const admitted =
			found && need.messageId != null ? admission.get(found.rowId, need.messageId) : undefined;
		const snapshot: Snapshot = {
			conversation: found && copyOfConversation(found.conversation),
			handover: open,
			handoverOfSeq: found && seq !== null ? ofSeq(found, open, seq) : undefined,
			admission: admitted && toAdmission(admitted),
			transcript: need.transcript ? newestLines(found, need.transcript) : [],
			replies:
				found && need.repliesTo !== undefined
					? replies.all(found.rowId, need.repliesTo).map(toMessage)
					: [],
			staff: need.staff ? staff() : [],
			settings: need.settings ? settings(ref.botId) : undefined,
			job: wantedJob && toJob(wantedJob),
			task: wantedTask && toTask(wantedTask),
			openTasks: found && need.openTasks ? openTasks.all(found.rowId).map(toTask) : [],
			nextMessageSeq: (found?.lastSeq ?? 0) + 1,
		};
		return { snapshot, recent: found };
	}

	function isRecent(ref: ConversationRef, need: SnapshotNeed): boolean {
		const found = recents.find(ref);
		if (!found || found.conversation.openHandoverId !== null || need.staff) return false;
		if (need.messageId != null || need.handoverOfSeq != null) return false;
		if (need.repliesTo !== undefined) return false;
		if (need.jobId != null || need.taskId != null || need.openTasks) return false;
		if (need.settings && recents.findSettings(ref.botId) === undefined) return false;
		return !need.transcript || hasLines(found, need.transcript);
	}

	return { isRecent, read, settings, staff };
}

/** Lines are flat. */
function newestLines(found: RecentConversation | undefined, count: number): Message[] {
	return (found?.lines ?? []).slice(-count).map((line) => ({ ...line }));
}

function hasLines({ lines, areAllLines }: RecentConversation, count: number): boolean {
	return lines !== null && (areAllLines || lines.length >= count);
}
