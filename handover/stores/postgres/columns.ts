/** What is read, by name: a newer version may add columns while this one runs. */

const BUT_ID = `bot_id, conversation_id, owner, epoch, open_handover_id, assignee, paused, pause_until,
	last_human_reply_at, contact, tags, attempts, open_turns, burst, missed, said_again, keep_for,
	last_seq, created_at, updated_at`;

export const CONVERSATIONS_BUT_ID = BUT_ID;
export const CONVERSATIONS = `id, ${BUT_ID}`;
export const HANDOVERS_WITH_ACTIONS = `handovers.id, message_seq, scenario, probability, evidence,
	classifier, started_at, ended_at, runner, staffing, kind, status, attempts, error, result, at`;
export const ADMISSIONS = 'message_id, seq, runner, epoch, settled, at';
export const MESSAGES = 'seq, author, text, at, message_id, staff_id, answers_seq';
export const TASKS = `id, handover_id, description, due_at, assignee, status, created_at,
	completed_at, completed_by`;
export const NOTIFICATIONS = 'id, handover_id, staff_id, reason, channel, at';
export const STAFF = `id, name, email, notify_conversation_assigned, notify_task_assigned, profile,
	last_assigned`;
export const CHANNELS = 'id, url, secret, saved_at';
export const BOT_SETTINGS = 'bot_id, version, scenarios, saved_by, saved_at';
export const EVENTS = 'seq, type, bot_id, conversation_id, handover_id, at, data';
/** Of jobs joined with their conversations. */
export const JOBS = `jobs.id, kind, handover_id, due_at, jobs.attempts, payload, dead, error, leased_by,
	leased_until, jobs.created_at, bot_id, conversation_id`;

/** The key of the rows of the conversation that $1 (bot) and $2 name. */
export const OF_CONVERSATION =
	'(SELECT id FROM conversations WHERE bot_id = $1 AND conversation_id = $2)';
