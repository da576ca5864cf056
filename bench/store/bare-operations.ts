import type { BareConnection, Row, Sql, Value } from './bench-database';
import {
	ANSWER,
	EVENT_LINES,
	HUMAN_REPLY,
	LEASED,
	QUESTION,
	TRANSCRIPT_LINES,
	type Turn,
} from './turn';

/**
 * The rows that each operation reads and writes, in one transaction by hand and nothing more: what it
 * could cost at best in this schema.
 */

const CONVERSATION = 'SELECT * FROM conversations WHERE bot_id = ? AND conversation_id = ?';
const OF_CONVERSATION = '(SELECT id FROM conversations WHERE bot_id = ? AND conversation_id = ?)';
const MESSAGE =
	'INSERT INTO messages (conversation, seq, author, text, at, message_id, staff_id) VALUES (?, ?, ?, ?, ?, ?, ?)';
const ADMISSION =
	'INSERT INTO admissions (conversation, message_id, seq, runner, epoch, settled, at) VALUES (?, ?, ?, ?, ?, FALSE, ?)';
const EVENT =
	'INSERT INTO events (type, bot_id, conversation_id, handover_id, at, data) VALUES (?, ?, ?, ?, ?, ?)';
const STAFF = `SELECT *, (SELECT COUNT(*) FROM conversations
	WHERE assignee = staff.id AND owner = 'human') AS open_conversations FROM staff ORDER BY id`;
const SETTINGS = 'SELECT * FROM bot_settings WHERE bot_id = ? ORDER BY version DESC LIMIT 1';
const RUNNER = 'host/1234/6c5cfe0c-9b7e-4e0a-8f43-b5f4b8f9c1d2';
const KINDS = [
	'assignConversation',
	'createTask',
	'sendClosingMessage',
	'pauseBot',
	'addTags',
	'notifyStaff',
];
const EMPTY = '[]';
const CONTACT = '{"id":null,"name":null,"email":null,"language":null}';

const named = ({ ref }: Turn): [string, string] => [ref.botId, ref.conversationId];
const conversation = (turn: Turn): Sql => [CONVERSATION, ...named(turn)];
const locked = (turn: Turn): Sql => [`${CONVERSATION} [LOCK]`, ...named(turn)];
const admission = (turn: Turn): Sql => [
	`SELECT * FROM admissions WHERE conversation = ${OF_CONVERSATION} AND message_id = ?`,
	...named(turn),
	turn.messageId,
];
const event = (turn: Turn, type: string, data: object): Sql => [
	EVENT,
	type,
	...named(turn),
	turn.handoverId,
	Date.now(),
	JSON.stringify(data),
];
const idOf = (row: Row | undefined) => row!['id'] as Value;
const nextSeq = (row: Row | undefined) => Number(row!['last_seq']) + 1;
const message = (row: Row | undefined, author: string, text: string, id: Value = null): Sql => [
	MESSAGE,
	idOf(row),
	nextSeq(row),
	author,
	text,
	Date.now(),
	id,
	null,
];
/** Sets columns of the conversation, and when it was changed. */
const update = (row: Row | undefined, columns: Record<string, Value>): Sql => [
	`UPDATE conversations SET ${Object.keys(columns)
		.map((name) => `${name} = ?`)
		.join(', ')}, updated_at = ? WHERE id = ?`,
	...Object.values(columns),
	Date.now(),
	idOf(row),
];

export async function admitNew(connection: BareConnection, turn: Turn): Promise<void> {
	const { messageId } = turn;
	await connection.transact([locked(turn)], () => [
		[
			`INSERT INTO conversations (bot_id, conversation_id, owner, epoch, paused, contact, tags, attempts,
				open_turns, keep_for, last_seq, created_at, updated_at)
			VALUES (?, ?, 'bot', 0, FALSE, ?, ?, ?, ?, ?, 1, ?, ?)`,
			...named(turn),
			CONTACT,
			EMPTY,
			'{"failedAttempts":0,"lastAnswer":null,"lastJudged":null,"draftFailedFor":null}',
			JSON.stringify([{ seq: 1, runner: RUNNER, at: Date.now() }]),
			7_776_000_000,
			Date.now(),
			Date.now(),
		],
		[
			MESSAGE.replace('VALUES (?', `VALUES (${OF_CONVERSATION}`),
			...named(turn),
			1,
			'contact',
			QUESTION,
			Date.now(),
			messageId,
			null,
		],
		[
			ADMISSION.replace('VALUES (?', `VALUES (${OF_CONVERSATION}`),
			...named(turn),
			messageId,
			1,
			RUNNER,
			0,
			Date.now(),
		],
	]);
}

export async function admit(connection: BareConnection, turn: Turn): Promise<void> {
	await connection.transact([locked(turn), admission(turn)], (row, [, seen]) => {
		if (seen?.length) return [];
		const seq = nextSeq(row);
		const openTurns = JSON.stringify([{ seq, runner: RUNNER, at: Date.now() }]);
		return [
			update(row, { last_seq: seq, contact: CONTACT, open_turns: openTurns }),
			message(row, 'contact', QUESTION, turn.messageId),
			['DELETE FROM messages WHERE conversation = ? AND seq < ?', idOf(row), seq - 200],
			[ADMISSION, idOf(row), turn.messageId, seq, RUNNER, 0, Date.now()],
		];
	});
}

export async function admitAgain(connection: BareConnection, turn: Turn): Promise<void> {
	await connection.transact([locked(turn), admission(turn)], () => []);
}

export async function snapshot(connection: BareConnection, turn: Turn): Promise<void> {
	const lines = `SELECT * FROM messages WHERE conversation = ${OF_CONVERSATION} ORDER BY seq DESC LIMIT ?`;
	await connection.transact([
		conversation(turn),
		[lines, ...named(turn), TRANSCRIPT_LINES],
		[SETTINGS, turn.ref.botId],
	]);
}

export async function count(connection: BareConnection, turn: Turn): Promise<void> {
	await connection.transact([locked(turn), [SETTINGS, turn.ref.botId]], (row) => [
		update(row, {
			attempts:
				'{"failedAttempts":1,"lastAnswer":{"seq":4,"failed":false},"lastJudged":{"seq":3,"failed":false},"draftFailedFor":5}',
		}),
		event(turn, 'attempt.failed', { failedAttempts: 1, threshold: 2 }),
	]);
}

export async function beforeReply(connection: BareConnection, turn: Turn): Promise<void> {
	await connection.transact([locked(turn)], (row) => [
		update(row, {
			last_seq: nextSeq(row),
			open_turns: EMPTY,
			attempts:
				'{"failedAttempts":1,"lastAnswer":{"seq":6,"failed":true},"lastJudged":{"seq":3,"failed":false},"draftFailedFor":5}',
		}),
		message(row, 'bot', ANSWER),
		[
			'UPDATE admissions SET settled = TRUE WHERE conversation = ? AND message_id = ?',
			idOf(row),
			turn.messageId,
		],
	]);
}

export async function assign(connection: BareConnection, turn: Turn): Promise<void> {
	const { handoverId } = turn;
	await connection.transact([locked(turn), [STAFF], [SETTINGS, turn.ref.botId]], (row) => [
		update(row, { owner: 'human', epoch: 2, assignee: 'staff-1', open_handover_id: handoverId }),
		[
			'UPDATE admissions SET settled = TRUE WHERE conversation = ? AND message_id = ?',
			idOf(row),
			turn.messageId,
		],
		[
			`INSERT INTO handovers (id, conversation, message_seq, scenario, probability, evidence, classifier,
				started_at, runner, staffing) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			handoverId,
			idOf(row),
			nextSeq(row),
			'contactRequest',
			0.98,
			'[{"source":"contactMessage","rule":"asks for a human","text":"a human"}]',
			'built-in',
			Date.now(),
			RUNNER,
			'{"tried":[],"acceptedAt":null,"unownedAt":null}',
		],
		[
			`INSERT INTO actions (handover_id, position, kind, status, attempts, result, at)
			VALUES ${KINDS.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
			...KINDS.flatMap((kind, index) => [
				handoverId,
				index,
				kind,
				index === 0 ? 'done' : 'pending',
				index === 0 ? 1 : 0,
				index === 0 ? '{"assignee":"staff-1"}' : null,
				Date.now(),
			]),
		],
		[
			'UPDATE staff SET last_assigned = (SELECT MAX(last_assigned) + 1 FROM staff) WHERE id = ?',
			'staff-1',
		],
		[
			"UPDATE tasks SET assignee = ? WHERE conversation = ? AND handover_id = ? AND status = 'open'",
			'staff-1',
			idOf(row),
			handoverId,
		],
		event(turn, 'handover.requested', { scenario: 'contactRequest', probability: 0.98 }),
		event(turn, 'conversation.assigned', { staffId: 'staff-1' }),
		event(turn, 'action.done', { action: 'assignConversation', attempts: 1, code: null }),
	]);
}

export async function addTags(connection: BareConnection, turn: Turn): Promise<void> {
	const { handoverId } = turn;
	const reads: Sql[] = [
		locked(turn),
		['SELECT * FROM handovers WHERE id = ?', handoverId],
		['SELECT * FROM actions WHERE handover_id = ? ORDER BY position', handoverId],
		[SETTINGS, turn.ref.botId],
	];
	await connection.transact(reads, (row) => [
		update(row, { tags: '["human_handover"]' }),
		[
			'UPDATE actions SET status = ?, attempts = 1, result = ?, at = ? WHERE handover_id = ? AND kind = ?',
			'done',
			'{"added":["human_handover"]}',
			Date.now(),
			handoverId,
			'addTags',
		],
		event(turn, 'action.done', { action: 'addTags', attempts: 1, code: null }),
	]);
}

export async function recordHumanReply(connection: BareConnection, turn: Turn): Promise<void> {
	const lines = `SELECT * FROM messages WHERE conversation = ${OF_CONVERSATION} ORDER BY seq DESC LIMIT 6`;
	await connection.transact([locked(turn), [lines, ...named(turn)]], (row) => [
		update(row, {
			last_seq: nextSeq(row),
			last_human_reply_at: Date.now(),
			missed: '{"fromSeq":5}',
		}),
		message(row, 'human', HUMAN_REPLY),
		event(turn, 'human.replied', { staffId: null }),
	]);
}

export async function handBack(connection: BareConnection, turn: Turn): Promise<void> {
	const { handoverId } = turn;
	const handover: Sql = ['SELECT * FROM handovers WHERE id = ?', handoverId];
	await connection.transact([locked(turn), handover], (row) => [
		update(row, { owner: 'bot', epoch: 3, open_handover_id: null, last_human_reply_at: null }),
		['UPDATE handovers SET ended_at = ? WHERE id = ?', Date.now(), handoverId],
		event(turn, 'bot.resumed', { reason: 'handedBack' }),
		event(turn, 'handover.ended', { reason: 'handedBack' }),
	]);
}

export async function readConversation(connection: BareConnection, turn: Turn): Promise<void> {
	const of = (table: string, order: string): Sql => [
		`SELECT * FROM ${table} WHERE conversation = ${OF_CONVERSATION} ORDER BY ${order}`,
		...named(turn),
	];
	await connection.transact([
		conversation(turn),
		of('handovers', 'started_at'),
		[
			`SELECT actions.* FROM actions JOIN handovers ON handovers.id = handover_id
			WHERE conversation = ${OF_CONVERSATION} ORDER BY handover_id, actions.position`,
			...named(turn),
		],
		of('tasks', 'created_at'),
		of('notifications', 'at'),
		of('jobs', 'due_at, id'),
		of('messages', 'seq'),
		['SELECT * FROM events WHERE bot_id = ? AND conversation_id = ? ORDER BY seq', ...named(turn)],
	]);
}

export async function readEvents(connection: BareConnection, { eventSeq }: Turn): Promise<void> {
	await connection.transact([
		['SELECT * FROM events WHERE seq > ? ORDER BY seq LIMIT ?', eventSeq, EVENT_LINES],
	]);
}

export async function leaseJobs(connection: BareConnection): Promise<void> {
	const now = Date.now();
	const due: Sql = [
		`SELECT jobs.*, bot_id, conversation_id FROM jobs JOIN conversations
			ON conversations.id = jobs.conversation
		WHERE [NOT DEAD] AND due_at <= ? AND (leased_until IS NULL OR leased_until <= ?)
		ORDER BY due_at, jobs.id LIMIT ?`,
		now,
		now,
		LEASED,
	];
	await connection.transact([due], (_first, [jobs = []]) => [
		[
			`UPDATE jobs SET leased_by = ?, leased_until = ? WHERE id IN (${jobs.map(() => '?').join(', ')})`,
			'bench',
			now,
			...jobs.map(idOf),
		],
	]);
}
