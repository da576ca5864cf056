import type { DatabaseSync } from 'node:sqlite';
import type { Conversation, ConversationRef } from '../../conversation/conversation';
import type { Known } from '../known';
import type { Write } from '../store';
import { conversationWriter } from './conversation-writer';
import { handoverWriter } from './handover-writer';

/** Where a conversation stands in the database. */
export interface ConversationRow {
	rowId: number;
	/**
	 * As it is in the database. A decision keeps what it does not change of it, so what it says of the
	 * conversation is mostly made of the same parts, and they need not be compared.
	 */
	conversation: Conversation;
	/** Of the newest line there ever was. */
	lastSeq: number;
	/** The oldest line that is left, where this decision removed any. */
	keptFrom: number | null;
}

/**
 * Applies a decision's writes within the open transaction, and says what the conversation is after
 * them.
 * @param row null for a new conversation, which must be the first write
 * @param known see `known.ts`
 */
export type DecisionWriter = (
	ref: ConversationRef,
	row: ConversationRow | null,
	writes: Write[],
	known: Known,
) => ConversationRow | null;

type WriteOf<Type extends Write['type']> = Extract<Write, { type: Type }>;
type Apply<Type extends Write['type']> = (
	row: ConversationRow,
	write: WriteOf<Type>,
	known: Known,
) => void;

export function decisionWriter(database: DatabaseSync): DecisionWriter {
	const conversations = conversationWriter(database);
	const insertEvent = database.prepare(
		'INSERT INTO events (type, bot_id, conversation_id, handover_id, at, data) VALUES (?, ?, ?, ?, ?, ?)',
	);
	const rows = rowWriters(database);

	function writeConversation(
		ref: ConversationRef,
		row: ConversationRow | null,
		conversation: Conversation,
		lastSeq: number,
	): ConversationRow {
		if (row) {
			conversations.update(row.rowId, row.conversation, conversation, lastSeq);
			return { ...row, conversation };
		}
		const rowId = conversations.insert(ref, conversation, lastSeq);
		return { rowId, conversation, lastSeq: 0, keptFrom: null };
	}

	return (ref, before, writes, known) => {
		// All lines of the decision are counted at once: one statement less for each.
		const lines = writes.filter(({ type }) => type === 'message').length;
		const lastSeq = (before?.lastSeq ?? 0) + lines;
		let row = before && { ...before };
		let isCounted = lines === 0;
		for (const write of writes) {
			if (write.type === 'conversation') {
				row = writeConversation(ref, row, write.conversation, lastSeq);
				isCounted = true;
			} else if (write.type === 'event') {
				const { type, handoverId, at, data } = write.event;
				const text = JSON.stringify(data);
				insertEvent.run(type, ref.botId, ref.conversationId, handoverId, at, text);
			} else if (row === null) {
				throw new Error('A decision about a new conversation must write the conversation first');
			} else {
				(rows[write.type] as Apply<Write['type']>)(row, write, known);
			}
		}
		if (row && !isCounted) conversations.updateLastSeq(row.rowId, lastSeq);
		return row;
	};
}

function rowWriters(database: DatabaseSync): {
	[Type in Exclude<Write['type'], 'conversation' | 'event'>]: Apply<Type>;
} {
	const message = database.prepare(
		'INSERT INTO messages (conversation, seq, author, text, at, message_id, staff_id, answers_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
	);
	const admission = database.prepare(`
		INSERT INTO admissions (conversation, message_id, seq, runner, epoch, settled, at)
		VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (conversation, message_id) DO UPDATE SET
			runner = excluded.runner, settled = excluded.settled, at = excluded.at`);
	const settle = database.prepare(
		'UPDATE admissions SET settled = 1 WHERE conversation = ? AND message_id = ?',
	);
	const writeHandover = handoverWriter(database);
	const task = database.prepare(
		"INSERT INTO tasks (id, conversation, handover_id, description, due_at, assignee, status, created_at) VALUES (?, ?, ?, ?, ?, ?, 'open', ?)",
	);
	const taskAssignee = database.prepare(
		// By the conversation, which there is an index for.
		"UPDATE tasks SET assignee = ? WHERE conversation = ? AND handover_id = ? AND status = 'open'",
	);
	const taskDone = database.prepare(`
		UPDATE tasks SET status = 'done', completed_at = ?, completed_by = ?
		WHERE id = ? AND conversation = ? AND status = 'open'`);
	const notification = database.prepare(
		'INSERT INTO notifications (id, conversation, handover_id, staff_id, reason, channel, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
	);
	const assigned = database.prepare(
		'UPDATE staff SET last_assigned = (SELECT MAX(last_assigned) + 1 FROM staff) WHERE id = ?',
	);
	const job = database.prepare(`
		INSERT INTO jobs (id, conversation, kind, handover_id, due_at, attempts, payload, dead, error,
			created_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, due_at = excluded.due_at,
			attempts = excluded.attempts, payload = excluded.payload, dead = excluded.dead,
			error = excluded.error, leased_by = NULL, leased_until = NULL`);
	const removeJob = database.prepare('DELETE FROM jobs WHERE id = ? AND conversation = ?');
	const oldest = database.prepare(
		'SELECT seq, at FROM messages WHERE conversation = ? ORDER BY seq LIMIT 1',
	);
	// Lines only get newer, so what is too old is at the front, and the search ends with the first.
	const trim = database.prepare(`
		DELETE FROM messages WHERE conversation = ?1 AND seq < MAX(?3, COALESCE(
			(SELECT seq FROM messages WHERE conversation = ?1 AND at >= ?2 ORDER BY seq LIMIT 1), ?4))`);

	return {
		message(row, { message: one }) {
			row.lastSeq += 1;
			message.run(
				row.rowId,
				row.lastSeq,
				one.author,
				one.text,
				one.at,
				one.messageId,
				one.staffId,
				one.answersSeq,
			);
		},
		admission: (row, { admission: one }) =>
			admission.run(
				row.rowId,
				one.messageId,
				one.seq,
				one.runner,
				one.epoch,
				one.settled ? 1 : 0,
				one.at,
			),
		settle: (row, { messageId }) => settle.run(row.rowId, messageId),
		handover: (row, { handover: one }, known) => writeHandover(row.rowId, one, known),
		task: (row, { task: one }) =>
			task.run(
				one.id,
				row.rowId,
				one.handoverId,
				one.description,
				one.dueAt,
				one.assignee,
				one.createdAt,
			),
		taskAssignee: (row, { handoverId, staffId }) =>
			taskAssignee.run(staffId, row.rowId, handoverId),
		taskDone: (row, { taskId, at, staffId }) => taskDone.run(at, staffId, taskId, row.rowId),
		notification: (row, { notification: one }) =>
			notification.run(
				one.id,
				row.rowId,
				one.handoverId,
				one.staffId,
				one.reason,
				one.channel,
				one.at,
			),
		assigned: (_row, { staffId }) => assigned.run(staffId),
		job: (row, { job: one }) =>
			job.run(
				one.id,
				row.rowId,
				one.kind,
				one.handoverId,
				one.dueAt,
				one.attempts,
				JSON.stringify(one.payload),
				one.dead ? 1 : 0,
				one.error && JSON.stringify(one.error),
				one.createdAt,
			),
		removeJob: (row, { jobId }) => removeJob.run(jobId, row.rowId),
		trimTranscript(row, { keep, olderThan }) {
			const { rowId, lastSeq } = row;
			const first = oldest.get(rowId);
			const firstKept = lastSeq + 1 - keep;
			// Most turns have nothing to trim, and to find that out is cheaper than to trim nothing.
			if (!first || ((first['seq'] as number) >= firstKept && (first['at'] as number) >= olderThan))
				return;
			trim.run(rowId, olderThan, firstKept, lastSeq + 1);
			row.keptFrom = (oldest.get(rowId)?.['seq'] as number | undefined) ?? lastSeq + 1;
		},
	};
}
