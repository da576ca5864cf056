import type { Row } from '../rows';
import type { SnapshotNeed } from '../store';
import * as columns from './columns';
import { query, statement, type Query, type Statement, type Value } from './statement';

/** JSON as its text, as a row gives it, and not as a part of the JSON around it. */
const HANDOVERS_WITH_ACTIONS = `handovers.id, message_seq, scenario, probability, evidence::text,
	classifier, started_at, ended_at, runner, staffing::text, actions.position, kind, status, attempts, error::text,
	result::text, at`;
const SETTINGS = 'bot_id, version, scenarios::text, saved_by, saved_at';

/** What a statement looks at beside the conversation and its handovers: the parameters, if it does. */
interface Looks {
	messageId: string | null;
	lines: string | null;
	repliesTo: string | null;
	settings: boolean;
	/** A conversation that is new gets its id. */
	orId: boolean;
}

/**
 * What most decisions look at, in one statement: the server answers once, and what it answers is one
 * state of the database, also outside of a transaction. So it names the schema, which only a
 * transaction has in its search path.
 */
export class SnapshotStatements {
	readonly #schema: string;
	readonly #known = new Map<string, Statement>();

	constructor(schema: string) {
		this.#schema = schema;
	}

	/** One row in any case. @param orId what is new gets the id in it that its rows are written with */
	query(botId: string, conversationId: string, need: SnapshotNeed, orId: boolean): Query {
		const values: Value[] = [botId, conversationId, need.handoverOfSeq ?? null];
		const given = (value: Value) => `$${values.push(value)}`;
		const messageId = need.messageId == null ? null : given(need.messageId);
		const lines = need.transcript ? given(need.transcript) : null;
		const repliesTo = need.repliesTo === undefined ? null : given(need.repliesTo);
		const looks: Looks = { messageId, lines, repliesTo, settings: need.settings ?? false, orId };
		const shape = Object.values(looks).join(' ');
		const known = this.#known.get(shape) ?? statement(this.#text(looks));
		this.#known.set(shape, known);
		return query(known, ...values);
	}

	#text({ messageId, lines, repliesTo, settings, orId }: Looks): string {
		const schema = this.#schema;
		const ofConversation = 'WHERE conversation = conversations.id';
		const id = orId
			? `COALESCE(id, nextval(pg_get_serial_sequence('${schema}.conversations', 'id')))`
			: 'id';
		const parts = [
			`${id} AS id`,
			columns.CONVERSATIONS_BUT_ID,
			all('handovers', [
				`SELECT ${HANDOVERS_WITH_ACTIONS} FROM ${schema}.handovers`,
				`LEFT JOIN ${schema}.actions ON actions.handover_id = handovers.id`,
				`${ofConversation} AND (ended_at IS NULL OR message_seq = $3)`,
			]),
		];
		if (messageId) {
			const from = `SELECT ${columns.ADMISSIONS} FROM ${schema}.admissions ${ofConversation}`;
			parts.push(all('admissions', [from, `AND message_id = ${messageId}`]));
		}
		if (lines) {
			const from = `SELECT ${columns.MESSAGES} FROM ${schema}.messages ${ofConversation}`;
			parts.push(all('transcript', [from, `ORDER BY seq DESC LIMIT ${lines}`]));
		}
		if (repliesTo) {
			// An answer comes after what it answers, so the search is among the newer lines.
			const from = `SELECT ${columns.MESSAGES} FROM ${schema}.messages ${ofConversation}`;
			const newer = `AND seq > ${repliesTo} AND answers_seq = ${repliesTo}`;
			parts.push(all('replies', [from, newer, 'ORDER BY seq']));
		}
		if (settings) {
			const from = `SELECT ${SETTINGS} FROM ${schema}.bot_settings WHERE bot_id = $1`;
			parts.push(all('settings', [from, 'ORDER BY version DESC LIMIT 1']));
		}
		return `SELECT ${parts.join(', ')} FROM (VALUES (1)) AS always
			LEFT JOIN ${schema}.conversations ON bot_id = $1 AND conversation_id = $2`;
	}
}

/**
 * By its schema: outside of a transaction the search path is the role's, which anybody may fill. An
 * array costs the server less than an aggregate, which it would set up anew for each look.
 */
function all(name: string, sql: string[]): string {
	const rows = `SELECT pg_catalog.row_to_json(found) FROM (${sql.join(' ')}) AS found`;
	return `pg_catalog.array_to_json(ARRAY(${rows})) AS ${name}`;
}

/** The rows that the statement has put under this name. */
export function rowsUnder(name: string, row: Row): Row[] {
	const found = row[name] as string | undefined;
	return found === undefined || found === '[]' ? [] : (JSON.parse(found) as Row[]);
}
