import type { DatabaseSync } from 'node:sqlite';
import type { ConversationRef } from '../../conversation/conversation';
import type { Write } from '../store';
import { conversationValues } from './rows';

/** Applies a decision's writes within the open transaction. */
export type DecisionWriter = (ref: ConversationRef, rowId: number | null, writes: Write[]) => void;

type WriteOf<Type extends Write['type']> = Extract<Write, { type: Type }>;
type Apply<Type extends Write['type']> = (row: number, write: WriteOf<Type>) => void;

export function decisionWriter(database: DatabaseSync): DecisionWriter {
	const upsertConversation = database.prepare(`
		INSERT INTO conversations (bot_id, conversation_id, owner, epoch, open_handover_id, assignee,
			paused, pause_until, last_human_reply_at, contact, tags, attempts, keep_for, created_at,
			updated_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (bot_id, conversation_id) DO UPDATE SET
			owner = excluded.owner, epoch = excluded.epoch,
			open_handover_id = excluded.open_handover_id, assignee = excluded.assignee,
			paused = excluded.paused, pause_until = excluded.pause_until,
			last_human_reply_at = excluded.last_human_reply_at, contact = excluded.contact,
			tags = excluded.tags, attempts = excluded.attempts, keep_for = excluded.keep_for,
			updated_at = excluded.updated_at
		RETURNING id`);
	const insertEvent = database.prepare(
		'INSERT INTO events (type, bot_id, conversation_id, handover_id, at, data) VALUES (?, ?, ?, ?, ?, ?)',
	);
	const rows = rowWriters(database);

	return (ref, rowId, writes) => {
		let row = rowId;
		for (const write of writes) {
			if (write.type === 'conversation') {
				row = upsertConversation.get(...conversationValues(write.conversation))!['id'] as number;
			} else if (write.type === 'event') {
				const { type, handoverId, at, data } = write.event;
				const text = JSON.stringify(data);
				insertEvent.run(type, ref.botId, ref.conversationId, handoverId, at, text);
			} else if (row === null) {
				throw new Error('A decision about a new conversation must write the conversation first');
			} else {
				(rows[write.type] as (row: number, write: Write) => void)(row, write);
			}
		}
	};
}

function rowWriters(database: DatabaseSync): {
	[Type in Exclude<Write['type'], 'conversation' | 'event'>]: Apply<Type>;
} {
	const nextSeq = database.prepare(
		'UPDATE conversations SET last_seq = last_seq + 1 WHERE id = ? RETURNING last_seq',
	);
	const message = database.prepare(
		'INSERT INTO messages (conversation, seq, author, text, at, message_id, staff_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
	);
	const admission = database.prepare(`
		INSERT INTO admissions (conversation, message_id, seq, runner, epoch, settled, at)
		VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (conversation, message_id) DO UPDATE SET
			runner = excluded.runner, settled = excluded.settled, at = excluded.at`);
	const settle = database.prepare(
		'UPDATE admissions SET settled = 1 WHERE conversation = ? AND message_id = ?',
	);
	const handover = database.prepare(`
		INSERT INTO handovers (id, conversation, message_seq, scenario, probability, evidence,
			classifier, started_at, ended_at, runner)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET ended_at = excluded.ended_at, runner = excluded.runner`);
	const action = database.prepare(`
		INSERT INTO actions (handover_id, position, kind, status, attempts, error, result, at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (handover_id, kind) DO UPDATE SET
			status = excluded.status, attempts = excluded.attempts, error = excluded.error,
			result = excluded.result, at = excluded.at`);
	const task = database.prepare(
		'INSERT INTO tasks (id, conversation, handover_id, description, due_at, assignee, status, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
	);
	const taskAssignee = database.prepare(
		"UPDATE tasks SET assignee = ? WHERE handover_id = ? AND status = 'open'",
	);
	const notification = database.prepare(
		'INSERT INTO notifications (id, conversation, handover_id, staff_id, reason, channel, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
	);
	const assigned = database.prepare(
		'UPDATE staff SET last_assigned = (SELECT MAX(last_assigned) + 1 FROM staff) WHERE id = ?',
	);
	// Lines only get newer, so what is too old is at the front, and the search ends with the first.
	const trim = database.prepare(`
		DELETE FROM messages WHERE conversation = ?1 AND seq < MAX(
			(SELECT last_seq + 1 - ?3 FROM conversations WHERE id = ?1),
			COALESCE((SELECT seq FROM messages WHERE conversation = ?1 AND at >= ?2
				ORDER BY seq LIMIT 1), (SELECT last_seq + 1 FROM conversations WHERE id = ?1)))`);

	return {
		message(row, { message: one }) {
			const seq = nextSeq.get(row)!['last_seq'] as number;
			message.run(row, seq, one.author, one.text, one.at, one.messageId, one.staffId);
		},
		admission: (row, { admission: one }) =>
			admission.run(
				row,
				one.messageId,
				one.seq,
				one.runner,
				one.epoch,
				one.settled ? 1 : 0,
				one.at,
			),
		settle: (row, { messageId }) => settle.run(row, messageId),
		handover(row, { handover: one }) {
			const evidence = JSON.stringify(one.evidence);
			handover.run(
				one.id,
				row,
				one.messageSeq,
				one.scenario,
				one.probability,
				evidence,
				one.classifier,
				one.startedAt,
				one.endedAt,
				one.runner,
			);
			one.actions.forEach((record, position) => {
				const error = record.error && JSON.stringify(record.error);
				const result = record.result && JSON.stringify(record.result);
				action.run(
					one.id,
					position,
					record.kind,
					record.status,
					record.attempts,
					error,
					result,
					record.at,
				);
			});
		},
		task: (row, { task: one }) =>
			task.run(
				one.id,
				row,
				one.handoverId,
				one.description,
				one.dueAt,
				one.assignee,
				one.status,
				one.createdAt,
			),
		taskAssignee: (_row, { handoverId, staffId }) => taskAssignee.run(staffId, handoverId),
		notification: (row, { notification: one }) =>
			notification.run(one.id, row, one.handoverId, one.staffId, one.reason, one.channel, one.at),
		assigned: (_row, { staffId }) => assigned.run(staffId),
		trimTranscript: (row, { keep, olderThan }) => trim.run(row, olderThan, keep),
	};
}
