import type { DatabaseSync } from 'node:sqlite';
import type { ConversationRef } from '../../conversation/conversation';
import type { ConversationFile } from '../records';
import {
	toConversation,
	toEvents,
	toHandover,
	toJob,
	toMessage,
	toNotification,
	toTask,
} from '../rows';
import { rowQuery, type Table } from './row-query';
import {
	ACTIONS,
	CONVERSATIONS,
	EVENTS,
	FROM_JOBS,
	HANDOVERS,
	JOBS,
	MESSAGES,
	NOTIFICATIONS,
	TASKS,
} from './tables';

/** Reads all there is about one conversation, within whatever transaction is open. */
export function conversationFileReader(
	database: DatabaseSync,
): (ref: ConversationRef) => ConversationFile | undefined {
	const query = (table: Table, from: string) => rowQuery(database, table, from);
	const conversation = query(
		CONVERSATIONS,
		'FROM conversations WHERE bot_id = ? AND conversation_id = ?',
	);
	const handovers = query(
		HANDOVERS,
		'FROM handovers WHERE conversation = ? ORDER BY started_at, rowid',
	);
	const actions = query(ACTIONS, 'FROM actions WHERE handover_id = ? ORDER BY position');
	const tasks = query(TASKS, 'FROM tasks WHERE conversation = ? ORDER BY created_at, rowid');
	const notifications = query(
		NOTIFICATIONS,
		'FROM notifications WHERE conversation = ? ORDER BY at, rowid',
	);
	const jobs = query(JOBS, `${FROM_JOBS} WHERE conversation = ? ORDER BY due_at, jobs.id`);
	const messages = query(MESSAGES, 'FROM messages WHERE conversation = ? ORDER BY seq');
	const events = query(EVENTS, 'FROM events WHERE bot_id = ? AND conversation_id = ? ORDER BY seq');

	return (ref) => {
		const row = conversation.get(ref.botId, ref.conversationId);
		if (!row) return undefined;
		const id = row['id'] as number;
		const all = handovers.all(id).map((one) => toHandover(one, actions.all(one['id'] as string)));
		return {
			conversation: toConversation(row),
			handover: all.find(({ endedAt }) => endedAt === null) ?? all.at(-1),
			handovers: all,
			tasks: tasks.all(id).map(toTask),
			notifications: notifications.all(id).map(toNotification),
			jobs: jobs.all(id).map(toJob),
			transcript: messages.all(id).map(toMessage),
			events: toEvents(events.all(ref.botId, ref.conversationId)),
		};
	};
}
