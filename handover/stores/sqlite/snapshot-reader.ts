import type { DatabaseSync } from 'node:sqlite';
import type { ConversationRef, Message } from '../../conversation/conversation';
import type { Handover } from '../../conversation/handover';
import type { BotSettings } from '../../scenarios/scenario';
import type { RosterEntry } from '../../staff/staff-member';
import type { Snapshot, SnapshotNeed } from '../store';
import { copyOf } from './copy-of';
import type { RecentConversation, RecentConversations } from './recent-conversations';
import {
	toAdmission,
	toBotSettings,
	toConversation,
	toHandover,
	toJob,
	toMessage,
	toRosterEntry,
	toTask,
	type Row,
} from '../rows';

/** Jobs with the ids of their conversations. */
export const SELECT_JOBS = `SELECT jobs.*, bot_id, conversation_id FROM jobs
	JOIN conversations ON conversations.id = jobs.conversation`;

export interface SnapshotReader {
	/** Whether all of it is with the recent ones, so that reading it needs no transaction. */
	isRecent(ref: ConversationRef, need: SnapshotNeed): boolean;
	read(ref: ConversationRef, need: SnapshotNeed): Snapshot;
	settings(botId: string): BotSettings | undefined;
	staff(): RosterEntry[];
}

/**
 * Reads what a decision looks at, within whatever transaction is open, and leaves the conversation
 * with the recent ones. What it returns is the caller's to change.
 */
export function snapshotReader(
	database: DatabaseSync,
	recents: RecentConversations,
): SnapshotReader {
	const conversation = database.prepare(
		'SELECT * FROM conversations WHERE bot_id = ? AND conversation_id = ?',
	);
	const admission = database.prepare(
		'SELECT * FROM admissions WHERE conversation = ? AND message_id = ?',
	);
	const handoverById = database.prepare('SELECT * FROM handovers WHERE id = ?');
	const handoverOfSeq = database.prepare(
		'SELECT * FROM handovers WHERE conversation = ? AND message_seq = ?',
	);
	const actions = database.prepare('SELECT * FROM actions WHERE handover_id = ? ORDER BY position');
	const transcript = database.prepare(
		'SELECT * FROM messages WHERE conversation = ? ORDER BY seq DESC LIMIT ?',
	);
	const staff = database.prepare(`
		SELECT staff.*, (SELECT COUNT(*) FROM conversations
			WHERE assignee = staff.id AND owner = 'human') AS open_conversations
		FROM staff ORDER BY rowid`);
	const job = database.prepare(`${SELECT_JOBS} WHERE jobs.id = ? AND conversation = ?`);
	const task = database.prepare('SELECT * FROM tasks WHERE id = ? AND conversation = ?');
	const openTasks = database.prepare(
		"SELECT * FROM tasks WHERE conversation = ? AND status = 'open' ORDER BY created_at, rowid",
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

	function newestLines(ref: ConversationRef, found: RecentConversation, count: number): Message[] {
		if (hasLines(found, count)) return copyOfLines(found.lines!.slice(-count));
		const read = transcript.all(found.rowId, count).map(toMessage).reverse();
		recents.remember(ref, { ...found, lines: read, areAllLines: read.length < count });
		return copyOfLines(read);
	}

	/** Mostly the open one, which need not be read twice. */
	function ofSeq({ rowId }: RecentConversation, open: Handover | undefined, seq: number) {
		if (open?.messageSeq === seq) return open;
		return withActions(handoverOfSeq.get(rowId, seq));
	}

	function read(ref: ConversationRef, need: SnapshotNeed): Snapshot {
		const found = findConversation(ref);
		const openId = found?.conversation.openHandoverId;
		const open = openId ? withActions(handoverById.get(openId)) : undefined;
		const seq = need.handoverOfSeq ?? null;
		const wantedJob = found && need.jobId != null ? job.get(need.jobId, found.rowId) : undefined;
		const wantedTask =
			found && need.taskId != null ? task.get(need.taskId, found.rowId) : undefined;
		const admitted =
			found && need.messageId != null ? admission.get(found.rowId, need.messageId) : undefined;
		return {
			conversation: copyOf(found?.conversation),
			handover: open,
			handoverOfSeq: found && seq !== null ? ofSeq(found, open, seq) : undefined,
			admission: admitted && toAdmission(admitted),
			transcript: found && need.transcript ? newestLines(ref, found, need.transcript) : [],
			staff: need.staff ? staff.all().map(toRosterEntry) : [],
			settings: need.settings ? settings(ref.botId) : undefined,
			job: wantedJob && toJob(wantedJob),
			task: wantedTask && toTask(wantedTask),
			openTasks: found && need.openTasks ? openTasks.all(found.rowId).map(toTask) : [],
			nextMessageSeq: (found?.lastSeq ?? 0) + 1,
		};
	}

	function isRecent(ref: ConversationRef, need: SnapshotNeed): boolean {
		const found = recents.find(ref);
		if (!found || found.conversation.openHandoverId !== null || need.staff) return false;
		if (need.messageId != null || need.handoverOfSeq != null) return false;
		if (need.jobId != null || need.taskId != null || need.openTasks) return false;
		if (need.settings && recents.findSettings(ref.botId) === undefined) return false;
		return !need.transcript || hasLines(found, need.transcript);
	}

	return { isRecent, read, settings, staff: () => staff.all().map(toRosterEntry) };
}

/** Lines are flat. */
function copyOfLines(lines: Message[]): Message[] {
	return lines.map((line) => ({ ...line }));
}

function hasLines({ lines, areAllLines }: RecentConversation, count: number): boolean {
	return lines !== null && (areAllLines || lines.length >= count);
}
