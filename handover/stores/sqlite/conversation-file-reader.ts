import type { DatabaseSync } from 'node:sqlite';
import type { ConversationRef } from '../../conversation/conversation';
import type { ConversationFile } from '../store';
import {
	toConversation,
	toEvents,
	toHandover,
	toJob,
	toMessage,
	toNotification,
	toTask,
} from '../rows';
import { SELECT_JOBS } from './snapshot-reader';

/** Reads all there is about one conversation, within whatever transaction is open. */
export function conversationFileReader(
	database: DatabaseSync,
): (ref: ConversationRef) => ConversationFile | undefined {
	const of = (table: string, order: string) =>
		database.prepare(`SELECT * FROM ${table} WHERE conversation = ? ORDER BY ${order}`);
	const conversation = database.prepare(
		'SELECT * FROM conversations WHERE bot_id = ? AND conversation_id = ?',
	);
	const handovers = of('handovers', 'started_at, rowid');
	const actions = database.prepare('SELECT * FROM actions WHERE handover_id = ? ORDER BY position');
	const tasks = of('tasks', 'created_at, rowid');
	const notifications = of('notifications', 'at, rowid');
	const jobs = database.prepare(`${SELECT_JOBS} WHERE conversation = ? ORDER BY due_at, jobs.id`);
	const messages = of('messages', 'seq');
	const events = database.prepare(
		'SELECT * FROM events WHERE bot_id = ? AND conversation_id = ? ORDER BY seq',
	);

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
