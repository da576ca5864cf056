import type { ConversationRef } from '../../conversation/conversation';
import type { Handover } from '../../conversation/handover';
import {
	toAdmission,
	toBotSettings,
	toConversation,
	toHandover,
	toJob,
	toMessage,
	toRosterEntry,
	toTask,
	type Row,
} from '../rows';
import type { Snapshot, SnapshotNeed } from '../store';
import * as columns from './columns';
import { query, statement, type Query } from './statement';
import type { Session } from './session';

const OF_CONVERSATION = columns.OF_CONVERSATION;

const CONVERSATION = statement(`
	SELECT ${columns.CONVERSATIONS} FROM conversations WHERE bot_id = $1 AND conversation_id = $2`);
/** A row in any case: what is new gets the id here that its rows are written with. */
const CONVERSATION_OR_ID = statement(`
	SELECT ${columns.CONVERSATIONS_BUT_ID},
		COALESCE(id, nextval(pg_get_serial_sequence('conversations', 'id'))) AS id
	FROM (VALUES (1)) AS always LEFT JOIN conversations ON bot_id = $1 AND conversation_id = $2`);
const HANDOVERS = statement(`
	SELECT ${columns.HANDOVERS_WITH_ACTIONS}
	FROM handovers LEFT JOIN actions ON actions.handover_id = handovers.id
	WHERE conversation = ${OF_CONVERSATION} AND (ended_at IS NULL OR message_seq = $3)
	ORDER BY actions.position`);
const ADMISSION = statement(`
	SELECT ${columns.ADMISSIONS} FROM admissions
	WHERE conversation = ${OF_CONVERSATION} AND message_id = $3`);
const TRANSCRIPT = statement(`
	SELECT ${columns.MESSAGES} FROM messages
	WHERE conversation = ${OF_CONVERSATION} ORDER BY seq DESC LIMIT $3`);
const JOB = statement(`
	SELECT ${columns.JOBS} FROM jobs JOIN conversations ON conversations.id = jobs.conversation
	WHERE jobs.id = $3 AND bot_id = $1 AND conversation_id = $2`);
/** Whoever leases it meanwhile finds it taken, or has leased it before and is seen here. */
const JOB_TO_CHANGE = statement(`${JOB.text} FOR UPDATE OF jobs`);
const TASK = statement(`
	SELECT ${columns.TASKS} FROM tasks WHERE id = $3 AND conversation = ${OF_CONVERSATION}`);
const OPEN_TASKS = statement(`
	SELECT ${columns.TASKS} FROM tasks WHERE conversation = ${OF_CONVERSATION} AND status = 'open'
	ORDER BY created_at, position`);
const STAFF = statement(`
	SELECT ${columns.STAFF}, (SELECT COUNT(*) FROM conversations
		WHERE assignee = staff.id AND owner = 'human') AS open_conversations
	FROM staff ORDER BY position`);
const SETTINGS = statement(`
	SELECT ${columns.BOT_SETTINGS} FROM bot_settings WHERE bot_id = $1 ORDER BY version DESC LIMIT 1`);

export const STAFF_QUERY = query(STAFF);
export const settingsQuery = (botId: string) => query(SETTINGS, botId);

/** What was read, to make as many snapshots of as decisions are made on it. */
export interface SnapshotRows {
	conversation: Row | undefined;
	handovers: Row[];
	admission: Row | undefined;
	transcript: Row[];
	staff: Row[];
	settings: Row | undefined;
	job: Row | undefined;
	task: Row | undefined;
	openTasks: Row[];
}

/** Sends all queries at once. `toChange`: within a transaction that holds the conversation's lock. */
export async function readSnapshot(
	session: Session,
	ref: ConversationRef,
	need: SnapshotNeed,
	toChange: boolean,
): Promise<SnapshotRows> {
	const none: Promise<Row[]> = Promise.resolve([]);
	const run = (wanted: unknown, one: () => Query) => (wanted ? session.run(one()) : none);
	const { botId, conversationId: id } = ref;
	const [
		conversations,
		handovers,
		admissions,
		transcript,
		staff,
		settings,
		jobs,
		tasks,
		openTasks,
	] = await Promise.all([
		session.run(query(toChange ? CONVERSATION_OR_ID : CONVERSATION, botId, id)),
		session.run(query(HANDOVERS, botId, id, need.handoverOfSeq ?? null)),
		run(need.messageId != null, () => query(ADMISSION, botId, id, need.messageId!)),
		run(need.transcript, () => query(TRANSCRIPT, botId, id, need.transcript!)),
		run(need.staff, () => STAFF_QUERY),
		run(need.settings, () => settingsQuery(botId)),
		run(need.jobId != null, () => query(toChange ? JOB_TO_CHANGE : JOB, botId, id, need.jobId!)),
		run(need.taskId != null, () => query(TASK, botId, id, need.taskId!)),
		run(need.openTasks, () => query(OPEN_TASKS, botId, id)),
	]);
	return {
		conversation: conversations[0],
		handovers: handovers,
		admission: admissions[0],
		transcript: transcript,
		staff: staff,
		settings: settings[0],
		job: jobs[0],
		task: tasks[0],
		openTasks,
	};
}

/** What it returns is the caller's to change. */
export function toSnapshot(rows: SnapshotRows, need: SnapshotNeed): Snapshot {
	const isKnown = rows.conversation?.['bot_id'] != null;
	const conversation = isKnown ? toConversation(rows.conversation!) : undefined;
	const handovers = toHandovers(rows.handovers);
	const seq = need.handoverOfSeq ?? null;
	return {
		conversation,
		handover: handovers.find(({ id }) => id === conversation?.openHandoverId),
		handoverOfSeq: handovers.find(({ messageSeq }) => seq !== null && messageSeq === seq),
		admission: rows.admission && toAdmission(rows.admission),
		transcript: rows.transcript.map(toMessage).reverse(),
		staff: rows.staff.map(toRosterEntry),
		settings: rows.settings && toBotSettings(rows.settings),
		job: rows.job && toJob(rows.job),
		task: rows.task && toTask(rows.task),
		openTasks: rows.openTasks.map(toTask),
		nextMessageSeq: Number(rows.conversation?.['last_seq'] ?? 0) + 1,
	};
}

/** Of rows that hold a handover and one of its actions each, in the order in which they come. */
export function toHandovers(rows: Row[]): Handover[] {
	const byId = Map.groupBy(rows, (row) => row['id']);
	return [...byId.values()].map((own) =>
		toHandover(
			own[0]!,
			own.filter((row) => row['kind'] !== null),
		),
	);
}
