import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '../../conversation/conversation';
import { HAS_NO_HANDOVER, HAS_NO_TASK, IS_REPLACED, isForgotten } from '../forgotten';
import { RUNNER_KEPT_FOR, type RetentionLimits } from '../store';
import type { Transactions } from './transactions';

/** Conversations at a time: a few milliseconds, in which nobody else gets their turn. */
const PRUNED_AT_ONCE = 500;

/** Removes what is past its time. */
export class Retention {
	readonly #database: DatabaseSync;
	readonly #transactions: Transactions;
	readonly #onPruned: () => void;
	readonly #pruneConversations: PruneConversations;

	constructor(database: DatabaseSync, transactions: Transactions, onPruned: () => void) {
		this.#database = database;
		this.#transactions = transactions;
		this.#onPruned = onPruned;
		this.#pruneConversations = conversationPruner(database);
	}

	/** In steps, each a transaction of its own: nobody waits for all of it, however much there is. */
	async prune(limits: RetentionLimits): Promise<number> {
		const transactions = this.#transactions;
		let pruned = transactions.write(() => {
			forgetRunners(transactions, limits.now - RUNNER_KEPT_FOR);
			return (
				pruneEvents(this.#database, limits.eventsBefore) +
				pruneSettings(this.#database, limits.eventsBefore)
			);
		});
		const [{ last }] = transactions.read(() =>
			transactions.prepare('SELECT COALESCE(MAX(id), 0) AS last FROM conversations').all(),
		) as [{ last: number }];
		for (let from = 1; from <= last; from += PRUNED_AT_ONCE) {
			const rows = transactions.write(() =>
				this.#pruneConversations(limits, from, from + PRUNED_AT_ONCE - 1),
			);
			if (rows > 0) this.#onPruned();
			pruned += rows;
			await nextTurn();
		}
		return pruned;
	}
}

/** What is past its time, of conversations whose rows are `from` to `to`; how many rows that were. */
type PruneConversations = (limits: RetentionLimits, from: number, to: number) => number;

const KEPT_FOR = 'SELECT keep_for FROM conversations WHERE id = conversation';

/** By conversation, which all of these tables are found by; there is no index on times to be kept up. */
function conversationPruner(database: DatabaseSync): PruneConversations {
	const past = (table: string, time: string, more = '') =>
		database.prepare(`DELETE FROM ${table}
			WHERE conversation BETWEEN ?2 AND ?3 AND ${time} < ?1 - (${KEPT_FOR}) ${more}`);
	const byNow = [
		past('messages', 'at'),
		past('tasks', 'MAX(created_at, COALESCE(completed_at, due_at))'),
		past('jobs', 'dead = 1 AND MAX(created_at, due_at)'),
		// With their actions. One that is not over has no time of its end.
		past('handovers', 'ended_at', `AND ${HAS_NO_TASK}`),
		past('notifications', 'at', `AND ${HAS_NO_HANDOVER}`),
		database.prepare(`UPDATE handovers SET evidence = '[]'
			WHERE conversation BETWEEN ?2 AND ?3 AND evidence <> '[]' AND started_at < ?1 - (${KEPT_FOR})`),
	];
	const forgotten = database.prepare(
		`DELETE FROM conversations WHERE id BETWEEN ?2 AND ?3 AND ${isForgotten('?1')}`,
	);
	const admissions = database.prepare(
		'DELETE FROM admissions WHERE conversation BETWEEN ?2 AND ?3 AND at < ?1',
	);
	return ({ now, admissionsBefore }, from, to) => {
		const old = Number(admissions.run(admissionsBefore, from, to).changes);
		return [...byNow, forgotten].reduce(
			(rows, statement) => rows + Number(statement.run(now, from, to).changes),
			old,
		);
	};
}

/** What they held is nobody's, for others could not find out any more that they are gone. */
function forgetRunners(transactions: Transactions, before: Instant): void {
	transactions
		.prepare(
			`UPDATE cursor_leases SET held_by = NULL, sign = sign + 1
				WHERE held_by IN (SELECT id FROM runners WHERE at < ?)`,
		)
		.run(before);
	transactions.prepare('DELETE FROM runners WHERE at < ?').run(before);
}

/** The oldest are at the front, so the search ends with the first that stays. @returns rows */
function pruneEvents(database: DatabaseSync, before: number): number {
	const { changes } = database
		.prepare(
			`DELETE FROM events WHERE seq < COALESCE(
				(SELECT seq FROM events WHERE at >= ?1 ORDER BY seq LIMIT 1),
				(SELECT MAX(seq) + 1 FROM events))`,
		)
		.run(before);
	return Number(changes);
}

/** @returns rows */
function pruneSettings(database: DatabaseSync, before: Instant): number {
	const { changes } = database
		.prepare(`DELETE FROM bot_settings WHERE saved_at < ? AND ${IS_REPLACED}`)
		.run(before);
	return Number(changes);
}

async function nextTurn(): Promise<void> {
	await new Promise((resolve) => setImmediate(resolve));
}
