/**
 * In SQL: whether nothing of a conversation is left but its row, which has the contact's name. One that
 * a human has is not forgotten, however long they are silent.
 * @param now the parameter with the time
 */
export function isForgotten(now: string): string {
	const isEmpty = ['messages', 'admissions', 'jobs', 'tasks'].map(
		(table) => `NOT EXISTS (SELECT 1 FROM ${table} WHERE ${table}.conversation = conversations.id)`,
	);
	const isIdle = `owner IN ('bot', 'closed') AND updated_at < ${now} - keep_for`;
	return [isIdle, ...isEmpty].join(' AND ');
}
