import type { Row, Sql, Value } from './bench-database';
import type { Turn } from './turn';

/** Rows as they are read and written by hand. */

const CONVERSATION = 'SELECT * FROM conversations WHERE bot_id = ? AND conversation_id = ?';
export const OF_CONVERSATION =
	'(SELECT id FROM conversations WHERE bot_id = ? AND conversation_id = ?)';
export const MESSAGE =
	'INSERT INTO messages (conversation, seq, author, text, at, message_id, staff_id) VALUES (?, ?, ?, ?, ?, ?, ?)';
export const ADMISSION =
	'INSERT INTO admissions (conversation, message_id, seq, runner, epoch, settled, at) VALUES (?, ?, ?, ?, ?, FALSE, ?)';
const EVENT =
	'INSERT INTO events (type, bot_id, conversation_id, handover_id, at, data) VALUES (?, ?, ?, ?, ?, ?)';
export const STAFF = `SELECT *, (SELECT COUNT(*) FROM conversations
	WHERE assignee = staff.id AND owner = 'human') AS open_conversations FROM staff ORDER BY id`;
export const SETTINGS = 'SELECT * FROM bot_settings WHERE bot_id = ? ORDER BY version DESC LIMIT 1';
export const RUNNER = 'host/1234/6c5cfe0c-9b7e-4e0a-8f43-b5f4b8f9c1d2';
export const KINDS = [
	'assignConversation',
	'createTask',
	'sendClosingMessage',
	'pauseBot',
	'addTags',
	'notifyStaff',
];
export const EMPTY = '[]';
export const CONTACT = '{"id":null,"name":null,"email":null,"language":null}';

export const ECHO_LINES = 6;

export const IS_DUE = '[NOT DEAD] AND due_at <= ? AND (leased_until IS NULL OR leased_until <= ?)';

export const named = ({ ref }: Turn): [string, string] => [ref.botId, ref.conversationId];
export const conversation = (turn: Turn): Sql => [CONVERSATION, ...named(turn)];
export const locked = (turn: Turn): Sql => [`${CONVERSATION} [LOCK]`, ...named(turn)];
const ADMITTED = `SELECT * FROM admissions WHERE conversation = ${OF_CONVERSATION} AND message_id = ?`;
export const LINES = `SELECT * FROM messages WHERE conversation = ${OF_CONVERSATION} ORDER BY seq DESC LIMIT ?`;
export const admission = (turn: Turn): Sql => [ADMITTED, ...named(turn), turn.messageId];
export const event = (turn: Turn, type: string, handoverId: string | null, data: object): Sql => [
	EVENT,
	type,
	...named(turn),
	handoverId,
	Date.now(),
	JSON.stringify(data),
];
export const idOf = (row: Row | undefined) => row!['id'] as Value;
export const nextSeq = (row: Row | undefined) => Number(row!['last_seq']) + 1;
export const message = (
	row: Row | undefined,
	author: string,
	text: string,
	id: Value = null,
): Sql => [MESSAGE, idOf(row), nextSeq(row), author, text, Date.now(), id, null];
export const staffing = (acceptedAt: number | null) =>
	JSON.stringify({ tried: [], acceptedAt, unownedAt: null });
export const acceptTimer = ({ handoverId }: Turn) => `acceptBy:${handoverId}`;
/** Sets columns of the conversation, and when it was changed. */
export const update = (row: Row | undefined, columns: Record<string, Value>): Sql => [
	`UPDATE conversations SET ${Object.keys(columns)
		.map((name) => `${name} = ?`)
		.join(', ')}, updated_at = ? WHERE id = ?`,
	...Object.values(columns),
	Date.now(),
	idOf(row),
];

export const openTurns = (seq: number) =>
	JSON.stringify([{ seq, fromSeq: seq, runner: RUNNER, at: Date.now(), taken: true }]);
/** What a human deals with, from this line on. */
export const missed = (fromSeq: number, toSeq: number | null) =>
	JSON.stringify({ fromSeq, fromAt: Date.now(), toSeq, told: 0 });
