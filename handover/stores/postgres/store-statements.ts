import { IMPOSSIBLE_LEASE } from '../store';
import { isForgotten } from '../forgotten';
import * as columns from './columns';
import { statement } from './statement';

/** Those of the store's methods that are one statement each. */

export const ERASE = statement(
	'DELETE FROM conversations WHERE bot_id = $1 AND conversation_id = $2',
);
export const ERASE_EVENTS = statement(
	'DELETE FROM events WHERE bot_id = $1 AND conversation_id = $2',
);

export const FORGOTTEN = statement(`
	SELECT bot_id, conversation_id FROM conversations WHERE ${isForgotten('$1')} LIMIT $2`);
/** Of those, one that still is when its lock is held. */
export const FORGET = statement(`
	DELETE FROM conversations WHERE bot_id = $2 AND conversation_id = $3 AND ${isForgotten('$1')}`);

const DUE = `NOT dead AND due_at <= $1 AND kind = ANY ($3::text[])
	AND (leased_until IS NULL OR leased_until <= $1
		OR leased_until > $1 + $2::bigint * ${IMPOSSIBLE_LEASE})`;
export const IS_ANY_JOB_DUE = statement(`SELECT 1 FROM jobs WHERE ${DUE} LIMIT 1`);
/** Two who ask at once pass over what the other has just taken. */
export const LEASE_JOBS = statement(`
	WITH due AS (
		SELECT id FROM jobs WHERE ${DUE} ORDER BY due_at, id LIMIT $4 FOR UPDATE SKIP LOCKED
	)
	UPDATE jobs SET leased_by = $5, leased_until = $6 FROM due, conversations
	WHERE jobs.id = due.id AND conversations.id = jobs.conversation
	RETURNING ${columns.JOBS}`);
export const DEAD_JOBS = statement(`
	SELECT ${columns.JOBS} FROM jobs JOIN conversations ON conversations.id = jobs.conversation
	WHERE dead ORDER BY jobs.created_at, jobs.id LIMIT $1`);

export const SAVE_SETTINGS = statement('INSERT INTO bot_settings VALUES ($1, $2, $3, $4, $5)');

const STAFF_ROWS = `ROWS FROM (json_to_recordset($1) AS (id TEXT, name TEXT, email TEXT,
		notify_conversation_assigned BOOLEAN, notify_task_assigned BOOLEAN, profile TEXT))
	WITH ORDINALITY AS given (id, name, email, notify_conversation_assigned, notify_task_assigned,
		profile, place)`;
const saved = (table: string) => `(${table}.name, ${table}.email,
	${table}.notify_conversation_assigned, ${table}.notify_task_assigned,
	${table}.profile::jsonb - 'available')`;
/** Those who are not in the roster as they are given here. */
export const NEW_STAFF = statement(`
	SELECT 1 FROM ${STAFF_ROWS} LEFT JOIN staff ON staff.id = given.id
	WHERE ${saved('staff')} IS DISTINCT FROM ${saved('given')} LIMIT 1`);
export const SAVE_STAFF = statement(`
	INSERT INTO staff (id, name, email, notify_conversation_assigned, notify_task_assigned, profile)
	SELECT id, name, email, notify_conversation_assigned, notify_task_assigned, profile::json
	FROM ${STAFF_ROWS} ORDER BY place
	ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email,
		notify_conversation_assigned = excluded.notify_conversation_assigned,
		notify_task_assigned = excluded.notify_task_assigned,
		profile = (excluded.profile::jsonb || CASE WHEN staff.profile -> 'available' IS NULL THEN '{}'
			ELSE jsonb_build_object('available', staff.profile -> 'available') END)::json`);
/** Set by whom it concerns, and not by a list that a flow saves again. */
export const SET_AVAILABILITY = statement(`
	UPDATE staff SET profile = (profile::jsonb || jsonb_build_object('available', $2::boolean))::json
	WHERE id = $1`);

export const SAVE_CHANNEL = statement(`
	INSERT INTO channels (id, url, secret, saved_at) VALUES ($1, $2, $3, $4)
	ON CONFLICT (id) DO UPDATE SET
		url = excluded.url, secret = excluded.secret, saved_at = excluded.saved_at`);
export const READ_CHANNEL = statement(`SELECT ${columns.CHANNELS} FROM channels WHERE id = $1`);

export const EVENTS_AFTER = statement(`
	SELECT ${columns.EVENTS} FROM events WHERE seq > $1 ORDER BY seq LIMIT $2`);
export const LAST_EVENT = statement('SELECT MAX(seq) AS seq FROM events');

export const READ_CURSOR = statement('SELECT seq FROM cursors WHERE name = $1');
export const SAVE_CURSOR = statement(`
	INSERT INTO cursors VALUES ($1, $2)
	ON CONFLICT (name) DO UPDATE SET seq = GREATEST(cursors.seq, excluded.seq)`);

export const SPEND = statement(`
	INSERT INTO spending VALUES ($1, $2, 1)
	ON CONFLICT (key) DO UPDATE SET
		spent = CASE WHEN excluded.day > spending.day THEN 1 ELSE spending.spent + 1 END,
		day = GREATEST(spending.day, excluded.day)
	WHERE excluded.day > spending.day OR spending.spent < $3`);

/** Of processes that are long gone. */
export const FORGET_RECEIPTS = statement(
	"DELETE FROM receipts WHERE at < now() - interval '1 day'",
);
