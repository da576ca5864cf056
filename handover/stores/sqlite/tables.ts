import type { Table } from './row-query';

/**
 * What we read of each table. The names are written twice because a literal is made many times faster
 * than an object whose names are put together.
 */

export const CONVERSATIONS: Table = {
	columns: `id, bot_id, conversation_id, last_seq, owner, epoch, open_handover_id, assignee, paused,
		pause_until, last_human_reply_at, contact, tags, attempts, open_turns, burst, missed, said_again,
		keep_for, created_at, updated_at`,
	toRow: (values) => ({
		id: values[0],
		bot_id: values[1],
		conversation_id: values[2],
		last_seq: values[3],
		owner: values[4],
		epoch: values[5],
		open_handover_id: values[6],
		assignee: values[7],
		paused: values[8],
		pause_until: values[9],
		last_human_reply_at: values[10],
		contact: values[11],
		tags: values[12],
		attempts: values[13],
		open_turns: values[14],
		burst: values[15],
		missed: values[16],
		said_again: values[17],
		keep_for: values[18],
		created_at: values[19],
		updated_at: values[20],
	}),
};

export const MESSAGES: Table = {
	columns: 'seq, author, text, at, message_id, staff_id, answers_seq',
	toRow: (values) => ({
		seq: values[0],
		author: values[1],
		text: values[2],
		at: values[3],
		message_id: values[4],
		staff_id: values[5],
		answers_seq: values[6],
	}),
};

export const ADMISSIONS: Table = {
	columns: 'message_id, seq, runner, epoch, settled, at',
	toRow: (values) => ({
		message_id: values[0],
		seq: values[1],
		runner: values[2],
		epoch: values[3],
		settled: values[4],
		at: values[5],
	}),
};

export const HANDOVERS: Table = {
	columns: `id, message_seq, scenario, probability, evidence, classifier, started_at, ended_at, runner,
		staffing`,
	toRow: (values) => ({
		id: values[0],
		message_seq: values[1],
		scenario: values[2],
		probability: values[3],
		evidence: values[4],
		classifier: values[5],
		started_at: values[6],
		ended_at: values[7],
		runner: values[8],
		staffing: values[9],
	}),
};

export const ACTIONS: Table = {
	columns: 'kind, status, attempts, error, result, at',
	toRow: (values) => ({
		kind: values[0],
		status: values[1],
		attempts: values[2],
		error: values[3],
		result: values[4],
		at: values[5],
	}),
};

export const TASKS: Table = {
	columns: `id, handover_id, description, due_at, assignee, status, created_at, completed_at,
		completed_by`,
	toRow: (values) => ({
		id: values[0],
		handover_id: values[1],
		description: values[2],
		due_at: values[3],
		assignee: values[4],
		status: values[5],
		created_at: values[6],
		completed_at: values[7],
		completed_by: values[8],
	}),
};

export const NOTIFICATIONS: Table = {
	columns: 'id, handover_id, staff_id, reason, channel, at',
	toRow: (values) => ({
		id: values[0],
		handover_id: values[1],
		staff_id: values[2],
		reason: values[3],
		channel: values[4],
		at: values[5],
	}),
};

/** With the ids of their conversations. */
export const JOBS: Table = {
	columns: `jobs.id, bot_id, conversation_id, kind, handover_id, due_at, jobs.attempts, payload, dead,
		error, jobs.created_at, leased_by, leased_until`,
	toRow: (values) => ({
		id: values[0],
		bot_id: values[1],
		conversation_id: values[2],
		kind: values[3],
		handover_id: values[4],
		due_at: values[5],
		attempts: values[6],
		payload: values[7],
		dead: values[8],
		error: values[9],
		created_at: values[10],
		leased_by: values[11],
		leased_until: values[12],
	}),
};
export const FROM_JOBS = 'FROM jobs JOIN conversations ON conversations.id = jobs.conversation';

export const EVENTS: Table = {
	columns: 'seq, type, bot_id, conversation_id, handover_id, at, data',
	toRow: (values) => ({
		seq: values[0],
		type: values[1],
		bot_id: values[2],
		conversation_id: values[3],
		handover_id: values[4],
		at: values[5],
		data: values[6],
	}),
};

/** With how many conversations each has now. */
export const STAFF: Table = {
	columns: `id, name, email, notify_conversation_assigned, notify_task_assigned, profile, last_assigned,
		(SELECT COUNT(*) FROM conversations WHERE assignee = staff.id AND owner = 'human')
			AS open_conversations`,
	toRow: (values) => ({
		id: values[0],
		name: values[1],
		email: values[2],
		notify_conversation_assigned: values[3],
		notify_task_assigned: values[4],
		profile: values[5],
		last_assigned: values[6],
		open_conversations: values[7],
	}),
};
