import { statement, type Statement } from './statement';

interface PruneStep {
	/** $1: the limit; $2: the most rows. */
	step: Statement;
	limit: 'now' | 'admissionsBefore' | 'eventsBefore';
	batch: number;
}

/** Rows at once. */
export const BATCH = 2_000;

const step = (limit: PruneStep['limit'], text: string): PruneStep => ({
	step: statement(text),
	limit,
	batch: BATCH,
});

/** Rows of a table whose conversation does not keep them any longer. */
const past = (table: string, time: string, more = '') => `
	WHERE ctid = ANY (ARRAY(
		SELECT ${table}.ctid FROM ${table} JOIN conversations ON conversations.id = conversation
		WHERE ${time} < $1 - keep_for ${more} LIMIT $2 FOR UPDATE OF ${table} SKIP LOCKED))`;
const before = (table: string) => `
	WHERE ctid = ANY (ARRAY(
		SELECT ctid FROM ${table} WHERE at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))`;

export const PRUNED: readonly PruneStep[] = [
	step('now', `DELETE FROM messages ${past('messages', 'messages.at')}`),
	step('now', `DELETE FROM tasks ${past('tasks', 'GREATEST(tasks.created_at, due_at)')}`),
	step('now', `DELETE FROM jobs ${past('jobs', 'GREATEST(jobs.created_at, due_at)', 'AND dead')}`),
	step(
		'now',
		`UPDATE handovers SET evidence = '[]'
		${past('handovers', 'handovers.started_at', "AND evidence::text <> '[]'")}`,
	),
	step('admissionsBefore', `DELETE FROM admissions ${before('admissions')}`),
	step('eventsBefore', `DELETE FROM events ${before('events')}`),
];
