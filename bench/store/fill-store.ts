import { parseStaff } from '../../handover/staff/staff-member';
import type { BenchDatabase } from './bench-database';

/** Open at a time, whatever has been there before: as many as the staff can look after. */
export const OPEN_HANDOVERS = 200;
export const STAFF = parseStaff(
	Array.from({ length: 20 }, (_, index) => ({ id: `staff-${index}`, name: `Staff ${index}` })),
);
const KEEP_FOR = 90 * 86_400_000;
/** Nothing of it is past its time. */
const SINCE = Date.now() - 86_400_000;

export const conversationIdOf = (number: number) => `contact-${number}`;

/**
 * Conversations `from + 1` to `to`, by bulk SQL: four lines each and two admissions; every tenth was
 * handed over once (six actions, a task, two notifications, ten events). The first ones are with a
 * human now, the next have a job each, every other one due.
 */
export function fillStore(database: BenchDatabase['name'], from: number, to: number): string[] {
	const json = (expression: string) =>
		database === 'Postgres' ? `CAST(${expression} AS JSON)` : expression;
	const no = database === 'Postgres' ? 'FALSE' : '0';
	const yes = database === 'Postgres' ? 'TRUE' : '1';
	const number = `CAST(SUBSTR(conversation_id, ${conversationIdOf(0).length}) AS BIGINT)`;
	const added = `FROM conversations AS c WHERE ${number} BETWEEN ${from + 1} AND ${to}`;
	const handedOver = `${added} AND ${number} % 10 = 0`;
	const isOpen = `i <= ${OPEN_HANDOVERS}`;
	const series = (end: number) =>
		`(WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < ${end}) SELECT k FROM n) AS n`;
	return [
		`INSERT INTO conversations (bot_id, conversation_id, owner, epoch, assignee, paused, contact, tags,
			attempts, open_turns, keep_for, last_seq, created_at, updated_at)
		WITH RECURSIVE n(i) AS (SELECT ${from + 1} UNION ALL SELECT i + 1 FROM n WHERE i < ${to})
		SELECT 'default', 'contact-' || i,
			CASE WHEN ${isOpen} THEN 'human' ELSE 'bot' END, CASE WHEN ${isOpen} THEN 2 ELSE 0 END,
			CASE WHEN ${isOpen} THEN 'staff-' || (i % ${STAFF.length}) ELSE NULL END, ${no},
			${json(`'{"id":"' || i || '","name":"Contact ' || i || '","email":"contact' || i || '@example.com","language":"en"}'`)},
			${json("'[]'")},
			${json(`'{"failedAttempts":0,"lastAnswer":{"seq":4,"failed":false},"lastJudged":{"seq":3,"failed":false},"draftFailedFor":null}'`)},
			${json("'[]'")}, ${KEEP_FOR}, 4, ${SINCE} + i, ${SINCE} + i FROM n`,
		`INSERT INTO messages (conversation, seq, author, text, at, message_id)
		SELECT id, k, CASE WHEN k % 2 = 1 THEN 'contact' ELSE 'bot' END,
			'This is line ' || k || ' of what was said in conversation ' || id || ', as long as most are.',
			created_at, CASE WHEN k % 2 = 1 THEN 'message-' || k || '-' || id ELSE NULL END
		FROM (SELECT id, created_at ${added}) AS one, ${series(4)}`,
		`INSERT INTO admissions (conversation, message_id, seq, runner, epoch, settled, at)
		SELECT id, 'message-' || (2 * k - 1) || '-' || id, 2 * k - 1, 'host/1234/6c5cfe0c-9b7e-4e0a-8f43-b5f4b8f9c1d2', 0, ${yes}, created_at
		FROM (SELECT id, created_at ${added}) AS one, ${series(2)}`,
		`INSERT INTO handovers (id, conversation, message_seq, scenario, probability, evidence, classifier,
			started_at, ended_at, runner, staffing)
		SELECT 'handover-5cfe0c-9b7e-4e0a-8f43-' || id, id, 3, 'contactRequest', 0.98,
			${json(`'[{"source":"contactMessage","rule":"asks for a human","text":"talk to a human"}]'`)},
			'built-in', created_at, created_at, 'host/1234/6c5cfe0c-9b7e-4e0a-8f43-b5f4b8f9c1d2',
			${json(`'{"tried":[],"acceptedAt":null,"unownedAt":null}'`)} ${handedOver}`,
		`INSERT INTO actions (handover_id, position, kind, status, attempts, result, at)
		SELECT 'handover-5cfe0c-9b7e-4e0a-8f43-' || id, k - 1,
			CASE k WHEN 1 THEN 'assignConversation' WHEN 2 THEN 'createTask' WHEN 3 THEN 'sendClosingMessage'
				WHEN 4 THEN 'pauseBot' WHEN 5 THEN 'addTags' ELSE 'notifyStaff' END,
			'done', 1, ${json(`'{"assignee":"staff-1"}'`)}, created_at
		FROM (SELECT id, created_at ${handedOver}) AS one, ${series(6)}`,
		`INSERT INTO tasks (id, conversation, handover_id, description, due_at, assignee, status, created_at)
		SELECT 'task-6c5cfe0c-9b7e-4e0a-8f43-' || id, id, 'handover-5cfe0c-9b7e-4e0a-8f43-' || id,
			'The contact asks for a human. First asked: "where is my order", last wrote: "talk to a human".',
			created_at, 'staff-1', 'done', created_at ${handedOver}`,
		`INSERT INTO notifications (id, conversation, handover_id, staff_id, reason, channel, at)
		SELECT 'note-6c5cfe0c-9b7e-4e0a-8f43-' || k || '-' || id, id, 'handover-5cfe0c-9b7e-4e0a-8f43-' || id,
			'staff-1', CASE WHEN k = 1 THEN 'conversationAssigned' ELSE 'taskAssigned' END, 'inApp', created_at
		FROM (SELECT id, created_at ${handedOver}) AS one, ${series(2)}`,
		`INSERT INTO events (type, bot_id, conversation_id, handover_id, at, data)
		SELECT 'action.done', 'default', conversation_id, 'handover-5cfe0c-9b7e-4e0a-8f43-' || id, created_at,
			${json(`'{"action":"createTask","attempts":1,"code":null}'`)}
		FROM (SELECT id, conversation_id, created_at ${handedOver}) AS one, ${series(10)}`,
		`INSERT INTO jobs (id, conversation, kind, due_at, attempts, payload, dead, created_at)
		SELECT 'pause-6c5cfe0c-9b7e-4e0a-8f43-' || id, id, 'bench', CASE WHEN ${number} % 2 = 0 THEN 1 ELSE 9000000000000000 END, 0, ${json("'{}'")}, ${no}, created_at
		${added} AND ${number} BETWEEN ${OPEN_HANDOVERS + 1} AND ${2 * OPEN_HANDOVERS}`,
	];
}
