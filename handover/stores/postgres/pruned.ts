import { HAS_NO_HANDOVER, HAS_NO_TASK, IS_REPLACED } from '../forgotten';
import { statement, type Statement } from './statement';

interface PruneStep {
	step: Statement;
	limit: 'now' | 'admissionsBefore' | 'eventsBefore';
}

/** Rows at once. */
export const BATCH = 2_000;

/** Of the next conversations after $1, at most $2, the last one's row. */
export const LAST_OF_RANGE = statement(`
	SELECT MAX(id) AS last FROM (SELECT id FROM conversations WHERE id > $1 ORDER BY id LIMIT $2) AS next`);
/** Conversations at a time: few enough for every step to be done well within its time. */
export const RANGE = 500;

/** Rows of a table whose conversation does not keep them any longer. */
const past = (table: string, time: string, more = '') => `
	WHERE ctid = ANY (ARRAY(
		SELECT ${table}.ctid FROM ${table} JOIN conversations ON conversations.id = conversation
		WHERE conversation > $3 AND conversation <= $4 AND ${time} < $1 - keep_for ${more}
		LIMIT $2 FOR UPDATE OF ${table} SKIP LOCKED))`;
const step = (limit: PruneStep['limit'], text: string): PruneStep => ({
	step: statement(text),
	limit,
});

/** $1: the limit; $2: the most rows; $3 and $4: the range, which each table has an index for. */
export const PRUNED_BY_CONVERSATION: readonly PruneStep[] = [
	step('now', `DELETE FROM messages ${past('messages', 'messages.at')}`),
	step(
		'now',
		`DELETE FROM tasks ${past('tasks', 'GREATEST(tasks.created_at, COALESCE(completed_at, due_at))')}`,
	),
	step('now', `DELETE FROM jobs ${past('jobs', 'GREATEST(jobs.created_at, due_at)', 'AND dead')}`),
	step(
		'now',
		`UPDATE handovers SET evidence = '[]'
		${past('handovers', 'handovers.started_at', "AND evidence::text <> '[]'")}`,
	),
	// With their actions. One that is not over has no time of its end.
	step(
		'now',
		`DELETE FROM handovers ${past('handovers', 'handovers.ended_at', `AND ${HAS_NO_TASK}`)}`,
	),
	step(
		'now',
		`DELETE FROM notifications ${past('notifications', 'notifications.at', `AND ${HAS_NO_HANDOVER}`)}`,
	),
	step(
		'admissionsBefore',
		`DELETE FROM admissions WHERE ctid = ANY (ARRAY(
			SELECT ctid FROM admissions WHERE conversation > $3 AND conversation <= $4 AND at < $1
			LIMIT $2 FOR UPDATE SKIP LOCKED))`,
	),
];

/** $1: the limit; $2: the most rows. */
export const PRUNED_EVENTS = statement(`
	DELETE FROM events WHERE ctid = ANY (ARRAY(
		SELECT ctid FROM events WHERE at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))`);
/** Likewise. */
export const PRUNED_SETTINGS = statement(`
	DELETE FROM bot_settings WHERE ctid = ANY (ARRAY(
		SELECT ctid FROM bot_settings WHERE saved_at < $1 AND ${IS_REPLACED}
		LIMIT $2 FOR UPDATE SKIP LOCKED))`);
