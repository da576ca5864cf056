import type { ConversationRef } from '../../conversation/conversation';
import type { Handover } from '../../conversation/handover';
import { CONVERSATION_COLUMNS, conversationValues } from '../rows';
import type { Known } from '../known';
import type { NewEvent } from '../records';
import type { Write } from '../store';
import { query, statement, type Query, type Statement, type Value } from './statement';

/** Where a conversation stands in the database. */
export interface ConversationRow {
	id: number;
	isNew: boolean;
	/** Of the newest line there ever was. */
	lastSeq: number;
}

const insert = (table: string, names: string[], more = ''): Statement =>
	statement(`
		INSERT INTO ${table} (${names.join(', ')})
		VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')}) ${more}`);
const replace = (...names: string[]) =>
	names.map((name) => `${name} = excluded.${name}`).join(', ');

const INSERT_CONVERSATION = insert('conversations', [
	'id',
	'bot_id',
	'conversation_id',
	'last_seq',
	...CONVERSATION_COLUMNS,
]);
const UPDATE_CONVERSATION = statement(`
	UPDATE conversations SET last_seq = $2,
		${CONVERSATION_COLUMNS.map((name, index) => `${name} = $${index + 3}`).join(', ')}
	WHERE id = $1`);
const UPDATE_LAST_SEQ = statement('UPDATE conversations SET last_seq = $2 WHERE id = $1');
const MESSAGE = insert('messages', [
	'conversation',
	'seq',
	'author',
	'text',
	'at',
	'message_id',
	'staff_id',
	'answers_seq',
]);
const ADMISSION = insert(
	'admissions',
	['conversation', 'message_id', 'seq', 'runner', 'epoch', 'settled', 'at'],
	`ON CONFLICT (conversation, message_id) DO UPDATE SET ${replace('runner', 'settled', 'at')}`,
);
const SETTLE = statement(
	'UPDATE admissions SET settled = TRUE WHERE conversation = $1 AND message_id = $2',
);
const HANDOVER = insert(
	'handovers',
	[
		'id',
		'conversation',
		'message_seq',
		'scenario',
		'probability',
		'evidence',
		'classifier',
		'started_at',
		'ended_at',
		'runner',
		'staffing',
	],
	`ON CONFLICT (id) DO UPDATE SET ${replace('ended_at', 'runner', 'staffing')}`,
);
const ACTIONS = statement(`
	INSERT INTO actions (handover_id, position, kind, status, attempts, error, result, at)
	SELECT $1, position, kind, status, attempts, error, result, at
	FROM json_to_recordset($2) AS record (position INTEGER, kind TEXT, status TEXT, attempts INTEGER,
		error JSON, result JSON, at BIGINT)
	ON CONFLICT (handover_id, kind) DO UPDATE
	SET ${replace('status', 'attempts', 'error', 'result', 'at')}`);
const TASK = insert('tasks', [
	'id',
	'conversation',
	'handover_id',
	'description',
	'due_at',
	'assignee',
	'status',
	'created_at',
]);
const TASK_ASSIGNEE = statement(
	"UPDATE tasks SET assignee = $2 WHERE handover_id = $1 AND status = 'open'",
);
const TASK_DONE = statement(`
	UPDATE tasks SET status = 'done', completed_at = $3, completed_by = $4
	WHERE id = $1 AND conversation = $2 AND status = 'open'`);
const NOTIFICATION = insert('notifications', [
	'id',
	'conversation',
	'handover_id',
	'staff_id',
	'reason',
	'channel',
	'at',
]);
const ASSIGNED = statement(
	'UPDATE staff SET last_assigned = (SELECT MAX(last_assigned) + 1 FROM staff) WHERE id = $1',
);
const JOB = insert(
	'jobs',
	[
		'id',
		'conversation',
		'kind',
		'handover_id',
		'due_at',
		'attempts',
		'payload',
		'dead',
		'error',
		'created_at',
	],
	`ON CONFLICT (id) DO UPDATE SET ${replace('kind', 'due_at', 'attempts', 'payload', 'dead', 'error')},
		leased_by = NULL, leased_until = NULL`,
);
const REMOVE_JOB = statement('DELETE FROM jobs WHERE id = $1 AND conversation = $2');
// Lines only get newer, so what is too old is at the front, and the search ends with the first.
const TRIM = statement(`
	DELETE FROM messages WHERE conversation = $1 AND seq < GREATEST($3, COALESCE(
		(SELECT seq FROM messages WHERE conversation = $1 AND at >= $2 ORDER BY seq LIMIT 1), $4))`);
const EVENT = insert('events', ['type', 'bot_id', 'conversation_id', 'handover_id', 'at', 'data']);

/**
 * The queries that carry a decision's writes out, but for its events; see {@link eventQueries}.
 * @param known see `known.ts`
 * @throws when a decision about a new conversation does not write the conversation first
 */
export function writeQueries(
	ref: ConversationRef,
	before: ConversationRow,
	writes: Write[],
	known: Known,
): Query[] {
	// All lines of the decision are counted at once: one statement less for each.
	const lines = writes.filter(({ type }) => type === 'message').length;
	const row = { ...before };
	const lastSeq = before.lastSeq + lines;
	let isCounted = lines === 0;
	const queries = writes.flatMap((write): Query[] => {
		if (write.type === 'event') return [];
		if (write.type !== 'conversation') {
			if (!row.isNew) return rowQueries(row, write, known);
			throw new Error('A decision about a new conversation must write the conversation first');
		}
		isCounted = true;
		const values = conversationValues(write.conversation) as Value[];
		if (!row.isNew) return [query(UPDATE_CONVERSATION, row.id, lastSeq, ...values)];
		row.isNew = false;
		const { botId, conversationId } = ref;
		return [query(INSERT_CONVERSATION, row.id, botId, conversationId, lastSeq, ...values)];
	});
	return isCounted ? queries : [...queries, query(UPDATE_LAST_SEQ, row.id, lastSeq)];
}

export function eventQueries({ botId, conversationId }: ConversationRef, events: NewEvent[]) {
	return events.map(({ type, handoverId, at, data }) =>
		query(EVENT, type, botId, conversationId, handoverId, at, JSON.stringify(data)),
	);
}

function rowQueries(
	row: ConversationRow,
	write: Exclude<Write, { type: 'conversation' | 'event' }>,
	known: Known,
): Query[] {
	switch (write.type) {
		case 'message': {
			const { author, text, at, messageId, staffId, answersSeq } = write.message;
			row.lastSeq += 1;
			const said = [author, text, at, messageId, staffId, answersSeq];
			return [query(MESSAGE, row.id, row.lastSeq, ...said)];
		}
		case 'admission': {
			const { messageId, seq, runner, epoch, settled, at } = write.admission;
			return [query(ADMISSION, row.id, messageId, seq, runner, epoch, settled, at)];
		}
		case 'settle':
			return [query(SETTLE, row.id, write.messageId)];
		case 'handover':
			return handoverQueries(row, write.handover, known);
		case 'task': {
			const { id, handoverId, description, dueAt, assignee, createdAt } = write.task;
			return [query(TASK, id, row.id, handoverId, description, dueAt, assignee, 'open', createdAt)];
		}
		case 'taskAssignee':
			return [query(TASK_ASSIGNEE, write.handoverId, write.staffId)];
		case 'taskDone':
			return [query(TASK_DONE, write.taskId, row.id, write.at, write.staffId)];
		case 'notification': {
			const { id, handoverId, staffId, reason, channel, at } = write.notification;
			return [query(NOTIFICATION, id, row.id, handoverId, staffId, reason, channel, at)];
		}
		case 'assigned':
			return [query(ASSIGNED, write.staffId)];
		case 'job': {
			const { id, kind, handoverId, dueAt, attempts, payload, dead, error, createdAt } = write.job;
			const values = [id, row.id, kind, handoverId, dueAt, attempts, json(payload), dead];
			return [query(JOB, ...values, error && json(error), createdAt)];
		}
		case 'removeJob':
			return [query(REMOVE_JOB, write.jobId, row.id)];
		case 'trimTranscript': {
			const end = row.lastSeq + 1;
			return [query(TRIM, row.id, write.olderThan, end - write.keep, end)];
		}
	}
}

function handoverQueries(row: ConversationRow, one: Handover, known: Known): Query[] {
	const { id, messageSeq, scenario, probability, classifier, startedAt, endedAt, runner } = one;
	const records = one.actions
		.map((record, position) => ({ ...record, position }))
		.filter((_, position) => !known.records.has(one.actions[position]!));
	const values = [id, row.id, messageSeq, scenario, probability, json(one.evidence), classifier];
	const all = [...values, startedAt, endedAt, runner, json(one.staffing)];
	return [
		...(known.hasRowOf(one) ? [] : [query(HANDOVER, ...all)]),
		...(records.length ? [query(ACTIONS, id, json(records))] : []),
	];
}

const json = (data: unknown): string => JSON.stringify(data);
