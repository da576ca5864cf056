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
import { rowsUnder } from './snapshot-statement';
import type { Session } from './session';

const OF_CONVERSATION = columns.OF_CONVERSATION;

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
	/** Also of one that is not there, where there is something to change. */
	conversation: Row;
	handovers: Row[];
	admission: Row | undefined;
	transcript: Row[];
	replies: Row[];
	staff: Row[];
	settings: Row | undefined;
	job: Row | undefined;
	task: Row | undefined;
	openTasks: Row[];
}

/** Whether one statement, that of `snapshot-statement.ts`, reads all of it. */
export function isOneStatement({ staff, jobId, taskId, openTasks }: SnapshotNeed): boolean {
	return !staff && jobId == null && taskId == null && !openTasks;
}

/**
 * @param read that statement, sent; the other queries go out with it
 * @param rosterLock of whoever changes something. Who is to assign takes it, last of all: the others see
 * where the rotation is by then.
 */
export async function readSnapshot(
	session: Session,
	read: Promise<Row[]>,
	{ botId, conversationId: id }: ConversationRef,
	need: SnapshotNeed,
	rosterLock: Query | null,
): Promise<SnapshotRows> {
	const none: Promise<Row[]> = Promise.resolve([]);
	const run = (wanted: unknown, one: () => Query) => (wanted ? session.run(one()) : none);
	const job = rosterLock ? JOB_TO_CHANGE : JOB;
	const [rows, jobs, tasks, openTasks, , staff] = await Promise.all([
		read,
		run(need.jobId != null, () => query(job, botId, id, need.jobId!)),
		run(need.taskId != null, () => query(TASK, botId, id, need.taskId!)),
		run(need.openTasks, () => query(OPEN_TASKS, botId, id)),
		run(need.staff === 'toAssign' && rosterLock, () => rosterLock!),
		run(need.staff, () => STAFF_QUERY),
	]);
	return { ...rowsOf(rows), staff, job: jobs[0], task: tasks[0], openTasks };
}

/** What the one statement has read. */
export function rowsOf([row]: Row[]): SnapshotRows {
	const conversation = row!;
	return {
		conversation,
		handovers: rowsUnder('handovers', conversation).sort(byPosition),
		admission: rowsUnder('admissions', conversation)[0],
		transcript: rowsUnder('transcript', conversation),
		replies: rowsUnder('replies', conversation),
		staff: [],
		settings: rowsUnder('settings', conversation)[0],
		job: undefined,
		task: undefined,
		openTasks: [],
	};
}

/** What it returns is the caller's to change. */
export function toSnapshot(rows: SnapshotRows, need: SnapshotNeed): Snapshot {
	const isKnown = rows.conversation['bot_id'] !== null;
	const conversation = isKnown ? toConversation(rows.conversation) : undefined;
	const handovers = toHandovers(rows.handovers);
	const seq = need.handoverOfSeq ?? null;
	return {
		conversation,
		handover: handovers.find(({ id }) => id === conversation?.openHandoverId),
		handoverOfSeq: handovers.find(({ messageSeq }) => seq !== null && messageSeq === seq),
		admission: rows.admission && toAdmission(rows.admission),
		transcript: rows.transcript.map(toMessage).reverse(),
		replies: rows.replies.map(toMessage),
		staff: rows.staff.map(toRosterEntry),
		settings: rows.settings && toBotSettings(rows.settings),
		job: rows.job && toJob(rows.job),
		task: rows.task && toTask(rows.task),
		openTasks: rows.openTasks.map(toTask),
		nextMessageSeq: Number(rows.conversation['last_seq'] ?? 0) + 1,
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

/** Of actions. A sort of so few rows costs the server more. */
function byPosition(one: Row, other: Row): number {
	return Number(one['position']) - Number(other['position']);
}
