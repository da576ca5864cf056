import type { ConversationRef } from '../../conversation/conversation';
import { toConversation, toEvents, toJob, toMessage, toNotification, toTask } from '../rows';
import type { ConversationFile } from '../records';
import * as columns from './columns';
import type { Session } from './session';
import { toHandovers } from './snapshot-reader';
import { query, statement } from './statement';

const of = (table: string, names: string, order: string) =>
	statement(`
		SELECT ${names} FROM ${table} WHERE conversation = ${columns.OF_CONVERSATION} ORDER BY ${order}`);
const CONVERSATION = statement(`
	SELECT ${columns.CONVERSATIONS} FROM conversations WHERE bot_id = $1 AND conversation_id = $2`);
const HANDOVERS = of(
	'handovers LEFT JOIN actions ON actions.handover_id = handovers.id',
	columns.HANDOVERS_WITH_ACTIONS,
	'started_at, handovers.position, actions.position',
);
const TASKS = of('tasks', columns.TASKS, 'created_at, position');
const NOTIFICATIONS = of('notifications', columns.NOTIFICATIONS, 'at, position');
const JOBS = of(
	'jobs JOIN conversations ON conversations.id = jobs.conversation',
	columns.JOBS,
	'due_at, jobs.id',
);
const MESSAGES = of('messages', columns.MESSAGES, 'seq');
const EVENTS = statement(`
	SELECT ${columns.EVENTS} FROM events WHERE bot_id = $1 AND conversation_id = $2 ORDER BY seq`);

/** All there is about one conversation; sends all queries at once. */
export async function readConversationFile(
	session: Session,
	{ botId, conversationId }: ConversationRef,
): Promise<ConversationFile | undefined> {
	const [[conversation], handovers, tasks, notifications, jobs, messages, events] =
		await Promise.all(
			[CONVERSATION, HANDOVERS, TASKS, NOTIFICATIONS, JOBS, MESSAGES, EVENTS].map((one) =>
				session.run(query(one, botId, conversationId)),
			) as [Rows, Rows, Rows, Rows, Rows, Rows, Rows],
		);
	if (!conversation) return undefined;
	const all = toHandovers(handovers);
	return {
		conversation: toConversation(conversation),
		handover: all.find(({ endedAt }) => endedAt === null) ?? all.at(-1),
		handovers: all,
		tasks: tasks.map(toTask),
		notifications: notifications.map(toNotification),
		jobs: jobs.map(toJob),
		transcript: messages.map(toMessage),
		events: toEvents(events),
	};
}

type Rows = ReturnType<Session['run']>;
