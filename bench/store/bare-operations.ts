import {
	OF_CONVERSATION,
	MESSAGE,
	ADMISSION,
	STAFF,
	SETTINGS,
	RUNNER,
	KINDS,
	EMPTY,
	CONTACT,
	ECHO_LINES,
	IS_DUE,
	named,
	conversation,
	locked,
	LINES,
	admission,
	event,
	idOf,
	nextSeq,
	message,
	staffing,
	acceptTimer,
	update,
	openTurns,
	missed,
} from './bare-statements';
import type { BareConnection, Sql } from './bench-database';
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
			openTurns(1),
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
		return [
			update(row, { last_seq: seq, open_turns: openTurns(seq) }),
			message(row, 'contact', QUESTION, turn.messageId),
			[ADMISSION, idOf(row), turn.messageId, seq, RUNNER, 0, Date.now()],
		];
	});
}

export async function admitAgain(connection: BareConnection, turn: Turn): Promise<void> {
	await connection.transact([locked(turn), admission(turn)], () => []);
}

export async function snapshot(connection: BareConnection, turn: Turn): Promise<void> {
	await connection.transact([
		conversation(turn),
		[LINES, ...named(turn), TRANSCRIPT_LINES],
		[SETTINGS, turn.ref.botId],
	]);
}

export async function count(connection: BareConnection, turn: Turn): Promise<void> {
	await connection.transact([locked(turn), [SETTINGS, turn.ref.botId]], (row) => [
		update(row, {
			attempts:
				'{"failedAttempts":1,"lastAnswer":{"seq":4,"failed":false},"lastJudged":{"seq":3,"failed":false},"draftFailedFor":5}',
		}),
		event(turn, 'attempt.failed', null, { failedAttempts: 1, threshold: 2 }),
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
		update(row, {
			owner: 'human',
			epoch: 2,
			assignee: 'staff-1',
			open_handover_id: handoverId,
			open_turns: EMPTY,
			missed: missed(nextSeq(row) - 1, null),
		}),
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
			nextSeq(row) - 1,
			'contactRequest',
			0.98,
			'[{"source":"contactMessage","rule":"asks for a human","text":"a human"}]',
			'built-in',
			Date.now(),
			RUNNER,
			staffing(null),
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
				index === 0 ? '{"assignee":"staff-1","tried":[]}' : null,
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
		[
			`INSERT INTO jobs (id, conversation, kind, handover_id, due_at, attempts, payload, dead, created_at)
			VALUES (?, ?, 'acceptBy', ?, ?, 0, ?, FALSE, ?)`,
			acceptTimer(turn),
			idOf(row),
			handoverId,
			Date.now() + 600_000,
			'{"next":{"acceptWithin":600000,"among":[],"rule":"roundRobin"}}',
			Date.now(),
		],
		event(turn, 'handover.requested', handoverId, {
			scenario: 'contactRequest',
			probability: 0.98,
		}),
		event(turn, 'conversation.assigned', handoverId, { staffId: 'staff-1' }),
		event(turn, 'action.done', handoverId, {
			action: 'assignConversation',
			attempts: 1,
			code: null,
		}),
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
		event(turn, 'action.done', handoverId, { action: 'addTags', attempts: 1, code: null }),
	]);
}

export async function recordHumanReply(connection: BareConnection, turn: Turn): Promise<void> {
	const { handoverId } = turn;
	const reads: Sql[] = [
		locked(turn),
		['SELECT * FROM handovers WHERE id = ?', handoverId],
		[LINES, ...named(turn), ECHO_LINES],
	];
	await connection.transact(reads, (row) => [
		update(row, { last_seq: nextSeq(row), last_human_reply_at: Date.now() }),
		message(row, 'human', HUMAN_REPLY),
		// Whoever writes has accepted it.
		['UPDATE handovers SET staffing = ? WHERE id = ?', staffing(Date.now()), handoverId],
		['DELETE FROM jobs WHERE id = ?', acceptTimer(turn)],
		event(turn, 'human.replied', handoverId, { staffId: null }),
		event(turn, 'handover.accepted', handoverId, { staffId: 'staff-1' }),
	]);
}

export async function handBack(connection: BareConnection, turn: Turn): Promise<void> {
	const { handoverId } = turn;
	const handover: Sql = ['SELECT * FROM handovers WHERE id = ?', handoverId];
	await connection.transact([locked(turn), handover], (row) => [
		update(row, {
			owner: 'bot',
			epoch: 3,
			open_handover_id: null,
			last_human_reply_at: null,
			attempts:
				'{"failedAttempts":0,"lastAnswer":null,"lastJudged":{"seq":3,"failed":false},"draftFailedFor":5}',
			missed: missed(nextSeq(row) - 2, nextSeq(row) - 1),
		}),
		['UPDATE handovers SET ended_at = ? WHERE id = ?', Date.now(), handoverId],
		// What nobody has done by now is not done any more.
		[
			"UPDATE actions SET status = 'skipped', error = ?, at = ? WHERE handover_id = ? AND status = 'pending'",
			'{"code":"SKIPPED","message":"The handover ended before."}',
			Date.now(),
			handoverId,
		],
		event(turn, 'bot.resumed', handoverId, { reason: 'handedBack' }),
		event(turn, 'handover.ended', handoverId, {
			scenario: 'contactRequest',
			reason: 'handedBack',
		}),
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
			ON conversations.id = jobs.conversation WHERE ${IS_DUE} ORDER BY due_at, jobs.id LIMIT ?`,
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

export async function findNoJob(connection: BareConnection): Promise<void> {
	await connection.transact([[`SELECT 1 FROM jobs WHERE ${IS_DUE} LIMIT 1`, 0, 0]]);
}
