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

/** In SQL: whether nothing refers to a handover but its own actions and notifications. */
export const HAS_NO_TASK =
	'NOT EXISTS (SELECT 1 FROM tasks WHERE tasks.handover_id = handovers.id)';
/** In SQL: whether the handover that a notification tells of is gone. */
export const HAS_NO_HANDOVER =
	'NOT EXISTS (SELECT 1 FROM handovers WHERE handovers.id = notifications.handover_id)';
/** In SQL: whether a bot has newer settings than these. */
export const IS_REPLACED =
	'version < (SELECT MAX(newest.version) FROM bot_settings AS newest WHERE newest.bot_id = bot_settings.bot_id)';
