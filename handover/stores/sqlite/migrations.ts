import type { DatabaseSync } from 'node:sqlite';
import { HandoverError } from '../../errors';
import { rollBack } from './roll-back';

/**
 * Each entry takes the schema one version further, and is never changed once it was released. The
 * version is in the table `schema_version`, for `PRAGMA user_version` is easily lost in a dump.
 */
export const MIGRATIONS: readonly string[] = [
	`
	CREATE TABLE conversations (
		id INTEGER PRIMARY KEY,
		bot_id TEXT NOT NULL,
		conversation_id TEXT NOT NULL,
		owner TEXT NOT NULL CHECK (owner IN ('bot', 'waiting', 'human', 'closed')),
		epoch INTEGER NOT NULL,
		open_handover_id TEXT,
		assignee TEXT,
		paused INTEGER NOT NULL,
		pause_until INTEGER,
		last_human_reply_at INTEGER,
		contact TEXT NOT NULL,
		tags TEXT NOT NULL,
		attempts TEXT NOT NULL,
		keep_for INTEGER NOT NULL,
		last_seq INTEGER NOT NULL DEFAULT 0,
		created_at INTEGER NOT NULL,
		updated_at INTEGER NOT NULL,
		UNIQUE (bot_id, conversation_id)
	) STRICT;
	CREATE INDEX conversations_by_pause ON conversations (pause_until) WHERE pause_until IS NOT NULL;

	CREATE TABLE messages (
		conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
		seq INTEGER NOT NULL,
		author TEXT NOT NULL,
		text TEXT NOT NULL,
		at INTEGER NOT NULL,
		message_id TEXT,
		staff_id TEXT,
		PRIMARY KEY (conversation, seq)
	) STRICT, WITHOUT ROWID;

	CREATE TABLE admissions (
		conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
		message_id TEXT NOT NULL,
		seq INTEGER NOT NULL,
		runner TEXT NOT NULL,
		epoch INTEGER NOT NULL,
		settled INTEGER NOT NULL,
		at INTEGER NOT NULL,
		PRIMARY KEY (conversation, message_id)
	) STRICT, WITHOUT ROWID;

	CREATE TABLE handovers (
		id TEXT PRIMARY KEY,
		conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
		message_seq INTEGER,
		scenario TEXT NOT NULL,
		probability REAL NOT NULL,
		evidence TEXT NOT NULL,
		classifier TEXT,
		started_at INTEGER NOT NULL,
		ended_at INTEGER,
		runner TEXT NOT NULL
	) STRICT;
	CREATE INDEX handovers_by_conversation ON handovers (conversation);
	CREATE UNIQUE INDEX handovers_one_open ON handovers (conversation) WHERE ended_at IS NULL;
	CREATE UNIQUE INDEX handovers_one_per_turn ON handovers (conversation, message_seq)
		WHERE message_seq IS NOT NULL;

	CREATE TABLE actions (
		handover_id TEXT NOT NULL REFERENCES handovers (id) ON DELETE CASCADE,
		position INTEGER NOT NULL,
		kind TEXT NOT NULL,
		status TEXT NOT NULL CHECK (status IN ('pending', 'done', 'failed', 'skipped')),
		attempts INTEGER NOT NULL,
		error TEXT,
		result TEXT,
		at INTEGER NOT NULL,
		PRIMARY KEY (handover_id, kind)
	) STRICT, WITHOUT ROWID;

	CREATE TABLE tasks (
		id TEXT PRIMARY KEY,
		conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
		handover_id TEXT NOT NULL,
		description TEXT NOT NULL,
		due_at INTEGER NOT NULL,
		assignee TEXT,
		status TEXT NOT NULL,
		created_at INTEGER NOT NULL
	) STRICT;
	CREATE INDEX tasks_by_conversation ON tasks (conversation);

	CREATE TABLE notifications (
		id TEXT PRIMARY KEY,
		conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
		handover_id TEXT NOT NULL,
		staff_id TEXT NOT NULL,
		reason TEXT NOT NULL,
		channel TEXT NOT NULL,
		at INTEGER NOT NULL
	) STRICT;
	CREATE INDEX notifications_by_conversation ON notifications (conversation);

	CREATE TABLE staff (
		id TEXT PRIMARY KEY,
		name TEXT NOT NULL,
		email TEXT,
		notify_conversation_assigned INTEGER NOT NULL,
		notify_task_assigned INTEGER NOT NULL,
		last_assigned INTEGER NOT NULL DEFAULT 0
	) STRICT;

	CREATE TABLE bot_settings (
		bot_id TEXT NOT NULL,
		version INTEGER NOT NULL,
		scenarios TEXT NOT NULL,
		saved_by TEXT NOT NULL,
		saved_at INTEGER NOT NULL,
		PRIMARY KEY (bot_id, version)
	) STRICT, WITHOUT ROWID;

	CREATE TABLE events (
		seq INTEGER PRIMARY KEY AUTOINCREMENT,
		type TEXT NOT NULL,
		bot_id TEXT NOT NULL,
		conversation_id TEXT NOT NULL,
		handover_id TEXT,
		at INTEGER NOT NULL,
		data TEXT NOT NULL
	) STRICT;
	CREATE INDEX events_by_conversation ON events (bot_id, conversation_id);

	CREATE TABLE cursors (name TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
	`,
	`
	CREATE TABLE spending (
		key TEXT PRIMARY KEY,
		day TEXT NOT NULL,
		spent INTEGER NOT NULL
	) STRICT, WITHOUT ROWID;
	`,
	`
	CREATE TABLE jobs (
		id TEXT PRIMARY KEY,
		conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
		kind TEXT NOT NULL,
		handover_id TEXT,
		due_at INTEGER NOT NULL,
		attempts INTEGER NOT NULL,
		payload TEXT NOT NULL,
		dead INTEGER NOT NULL,
		error TEXT,
		leased_by TEXT,
		leased_until INTEGER,
		created_at INTEGER NOT NULL
	) STRICT, WITHOUT ROWID;
	CREATE INDEX jobs_by_due ON jobs (due_at) WHERE dead = 0;
	CREATE INDEX jobs_by_conversation ON jobs (conversation);
	CREATE INDEX jobs_dead ON jobs (created_at) WHERE dead = 1;

	-- The columns before it stay: a process of the version before may still write them.
	ALTER TABLE staff ADD COLUMN profile TEXT NOT NULL DEFAULT '{}';

	ALTER TABLE handovers ADD COLUMN staffing TEXT NOT NULL
		DEFAULT '{"tried":[],"acceptedAt":null,"unownedAt":null}';
	ALTER TABLE conversations ADD COLUMN open_turns TEXT NOT NULL DEFAULT '[]';
	ALTER TABLE conversations ADD COLUMN burst TEXT;
	ALTER TABLE conversations ADD COLUMN missed TEXT;
	CREATE INDEX conversations_by_assignee ON conversations (assignee) WHERE owner = 'human';
	`,
	// 900000: how long a human counts as still writing; the timer itself looks once more.
	`
	INSERT INTO jobs (id, conversation, kind, handover_id, due_at, attempts, payload, dead, created_at)
		SELECT 'endPause/' || open_handover_id, id, 'endPause', open_handover_id,
			iif(owner = 'human', MAX(pause_until, COALESCE(last_human_reply_at + 900000, 0)), pause_until),
			0, '{}', 0, updated_at
		FROM conversations WHERE pause_until IS NOT NULL AND open_handover_id IS NOT NULL;
	UPDATE conversations SET missed = json_object('fromSeq',
			(SELECT message_seq FROM handovers WHERE id = open_handover_id), 'toSeq', NULL, 'told', 0)
		WHERE owner IN ('waiting', 'human')
			AND (SELECT message_seq FROM handovers WHERE id = open_handover_id) IS NOT NULL;
	INSERT INTO jobs (id, conversation, kind, handover_id, due_at, attempts, payload, dead, created_at)
		SELECT 'acceptBy:' || open_handover_id, id, 'acceptBy', open_handover_id, updated_at + 600000,
			0, '{"next":null}', 0, updated_at
		FROM conversations WHERE owner = 'waiting' AND open_handover_id IS NOT NULL;
	INSERT INTO jobs (id, conversation, kind, handover_id, due_at, attempts, payload, dead, created_at)
		SELECT 'taskDue/' || id, conversation, 'taskDue', handover_id, due_at,
			0, json_object('taskId', id), 0, created_at
		FROM tasks WHERE status = 'open' AND due_at > CAST(strftime('%s', 'now') AS INTEGER) * 1000;
	DROP INDEX conversations_by_pause;

	CREATE TABLE channels (
		id TEXT PRIMARY KEY,
		url TEXT NOT NULL,
		secret TEXT NOT NULL,
		saved_at INTEGER NOT NULL
	) STRICT, WITHOUT ROWID;
	`,
	`
	CREATE TABLE runners (
		id TEXT PRIMARY KEY,
		beats INTEGER NOT NULL,
		has_left INTEGER NOT NULL,
		at INTEGER NOT NULL
	) STRICT, WITHOUT ROWID;

	-- Not in the table of cursors, which a process of the version before writes without column names.
	CREATE TABLE cursor_leases (
		name TEXT PRIMARY KEY,
		held_by TEXT,
		sign INTEGER NOT NULL
	) STRICT, WITHOUT ROWID;
	`,
	`
	ALTER TABLE tasks ADD COLUMN completed_at INTEGER;
	ALTER TABLE tasks ADD COLUMN completed_by TEXT;
	`,
	`
	ALTER TABLE messages ADD COLUMN answers_seq INTEGER;
	ALTER TABLE conversations ADD COLUMN said_again TEXT NOT NULL DEFAULT '[]';
	`,
	`
	-- Of the first of the open turns that somebody looks after; none where nobody does.
	ALTER TABLE conversations ADD COLUMN answer_by INTEGER;
	CREATE INDEX conversations_by_answer ON conversations (answer_by) WHERE answer_by IS NOT NULL;
	`,
];

/**
 * Brings the file to this version's schema, in one transaction, whoever else opens it just now.
 * @throws {HandoverError} `STORE_SCHEMA_NEWER`, `STORE_NOT_A_DATABASE` for another program's file.
 */
export function migrate(database: DatabaseSync): void {
	if (readVersion(database) === MIGRATIONS.length) return;
	database.exec('BEGIN IMMEDIATE');
	try {
		const version = readVersion(database);
		refuse(database, version);
		database.exec('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL) STRICT');
		for (const sql of MIGRATIONS.slice(version)) database.exec(sql);
		database.exec('DELETE FROM schema_version');
		database.prepare('INSERT INTO schema_version VALUES (?)').run(MIGRATIONS.length);
		database.exec('COMMIT');
	} catch (error) {
		rollBack(database);
		throw error;
	}
}

/** Whether this version would change the schema of a store that is there already. */
export function isOlder(database: DatabaseSync): boolean {
	const version = readVersion(database);
	return version > 0 && version < MIGRATIONS.length;
}

function refuse(database: DatabaseSync, version: number): void {
	if (version > MIGRATIONS.length) {
		throw new HandoverError(
			'STORE_SCHEMA_NEWER',
			`The store was written by a newer version of this package (schema ${version}, this one knows ${MIGRATIONS.length}). Update the package here, too.`,
		);
	}
	if (version === 0 && tableNames(database).length > 0) {
		throw new HandoverError(
			'STORE_NOT_A_DATABASE',
			'The file is a database of another program. Choose another path for the store.',
		);
	}
}

function readVersion(database: DatabaseSync): number {
	if (!tableNames(database).includes('schema_version')) return 0;
	const row = database.prepare('SELECT version FROM schema_version').get();
	return Number(row?.['version'] ?? 0);
}

function tableNames(database: DatabaseSync): unknown[] {
	return database
		.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
		.all()
		.map(({ name }) => name);
}
