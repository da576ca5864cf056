import type { DatabaseSync } from 'node:sqlite';
import type { ConversationRef } from '../../conversation/conversation';
import type { Handover } from '../../conversation/handover';
import type { BotSettings } from '../../scenarios/scenario';
import type { RosterEntry } from '../../staff/staff-member';
import type { Snapshot, SnapshotNeed } from '../store';
import {
	toAdmission,
	toConversation,
	toHandover,
	toMessage,
	toRosterEntry,
	type Row,
} from './rows';

export interface SnapshotWithRow extends Snapshot {
	/** The conversation's row id, null while it has none. */
	rowId: number | null;
}

export interface SnapshotReader {
	read(ref: ConversationRef, need: SnapshotNeed): SnapshotWithRow;
	settings(botId: string): BotSettings | undefined;
	staff(): RosterEntry[];
}

/** Reads what a decision looks at, within whatever transaction is open. */
export function snapshotReader(database: DatabaseSync): SnapshotReader {
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
	const staff = database.prepare('SELECT * FROM staff ORDER BY rowid');
	const settingsVersion = database.prepare(
		'SELECT version FROM bot_settings WHERE bot_id = ? ORDER BY version DESC LIMIT 1',
	);
	const settingsRow = database.prepare(
		'SELECT * FROM bot_settings WHERE bot_id = ? AND version = ?',
	);
	// A saved version never changes, so its JSON is read once.
	const readSettings = new Map<string, BotSettings>();

	const withActions = (row: Row | undefined): Handover | undefined =>
		row && toHandover(row, actions.all(row['id'] as string));

	function settings(botId: string): BotSettings | undefined {
		const version = settingsVersion.get(botId)?.['version'];
		if (typeof version !== 'number') return undefined;
		const known = readSettings.get(botId);
		if (known?.version === version) return known;
		const row = settingsRow.get(botId, version)!;
		const read: BotSettings = {
			botId,
			version,
			scenarios: JSON.parse(row['scenarios'] as string) as BotSettings['scenarios'],
			savedBy: row['saved_by'] as string,
			savedAt: row['saved_at'] as number,
		};
		readSettings.set(botId, read);
		return read;
	}

	function read(ref: ConversationRef, need: SnapshotNeed): SnapshotWithRow {
		const row = conversation.get(ref.botId, ref.conversationId);
		const rowId = row ? (row['id'] as number) : null;
		const openId = row?.['open_handover_id'] as string | null | undefined;
		const admitted =
			rowId !== null && need.messageId != null ? admission.get(rowId, need.messageId) : undefined;
		return {
			rowId,
			conversation: row && toConversation(row),
			handover: openId ? withActions(handoverById.get(openId)) : undefined,
			handoverOfSeq:
				rowId !== null && need.handoverOfSeq != null
					? withActions(handoverOfSeq.get(rowId, need.handoverOfSeq))
					: undefined,
			admission: admitted && toAdmission(admitted),
			transcript:
				rowId !== null && need.transcript
					? transcript.all(rowId, need.transcript).map(toMessage).reverse()
					: [],
			staff: need.staff ? staff.all().map(toRosterEntry) : [],
			settings: need.settings ? settings(ref.botId) : undefined,
			nextMessageSeq: Number(row?.['last_seq'] ?? 0) + 1,
		};
	}

	return { read, settings, staff: () => staff.all().map(toRosterEntry) };
}
