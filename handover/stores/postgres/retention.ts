import type { ConversationRef, Instant } from '../../conversation/conversation';
import { HandoverError } from '../../errors';
import { isForgotten } from '../forgotten';
import type { Row } from '../rows';
import { RUNNER_KEPT_FOR, type RetentionLimits } from '../store';
import { conversationLock } from './conversation-lock';
import {
	BATCH,
	LAST_OF_RANGE,
	PRUNED_BY_CONVERSATION,
	PRUNED_EVENTS,
	PRUNED_SETTINGS,
	RANGE,
} from './pruned';
import { query, statement, type Statement } from './statement';
import type { Transactions } from './transactions';

const FORGOTTEN = statement(`
	SELECT bot_id, conversation_id FROM conversations WHERE ${isForgotten('$1')} LIMIT $2`);
/** Of those, one that still is when its lock is held. */
const FORGET = statement(`
	DELETE FROM conversations WHERE bot_id = $2 AND conversation_id = $3 AND ${isForgotten('$1')}`);
/** Of processes that are long gone. */
const FORGET_RECEIPTS = statement("DELETE FROM receipts WHERE at < now() - interval '1 day'");
/** What they held is nobody's, for others could not find out any more that they are gone. */
const FORGET_RUNNERS = statement(`
	WITH gone AS (DELETE FROM runners WHERE at < $1 RETURNING id)
	UPDATE cursor_leases SET held_by = NULL, sign = sign + 1 WHERE held_by IN (SELECT id FROM gone)`);

/** Removes what is past its time. */
export class Retention {
	readonly #transactions: Transactions;

	constructor(transactions: Transactions) {
		this.#transactions = transactions;
	}

	/**
	 * In steps, each a transaction of its own, that pass over what is locked just now: nobody waits for
	 * it, however much there is. A step that fails does not keep the others from being done.
	 */
	async prune(limits: RetentionLimits): Promise<number> {
		const failures: unknown[] = [];
		const attempt = (step: () => Promise<number>) => unlessFails(step, failures);
		let rows = await attempt(() => this.#pruneAll(PRUNED_EVENTS, limits.eventsBefore));
		rows += await attempt(() => this.#pruneAll(PRUNED_SETTINGS, limits.eventsBefore));
		for (let from = 0, to: number | null; (to = await this.#endOfRange(from)) !== null; from = to) {
			const range = [from, to];
			for (const { step, limit } of PRUNED_BY_CONVERSATION) {
				rows += await attempt(() => this.#pruneAll(step, limits[limit], range));
			}
		}
		await attempt(() => this.#transactions.run(FORGET_RECEIPTS));
		await attempt(() => this.#transactions.run(FORGET_RUNNERS, limits.now - RUNNER_KEPT_FOR));
		rows += await attempt(() => this.#forget(limits.now));
		if (failures.length > 0) throw failures[0];
		return rows;
	}

	async #endOfRange(from: number): Promise<number | null> {
		const [row] = await this.#transactions.rows(LAST_OF_RANGE, from, RANGE);
		return row!['last'] as number | null;
	}

	async #pruneAll(step: Statement, before: Instant, range: number[] = []): Promise<number> {
		let rows = 0;
		for (let pruned = BATCH; pruned === BATCH; rows += pruned) {
			pruned = await this.#transactions.write(null, async (session) => ({
				result: await session.count(query(step, before, BATCH, ...range)),
				writes: [],
			}));
		}
		return rows;
	}

	/** One by one, each within its lock: somebody may just be writing again. */
	async #forget(now: Instant): Promise<number> {
		let forgotten = 0;
		for (let before = -1; forgotten > before;) {
			before = forgotten;
			for (const row of await this.#transactions.rows(FORGOTTEN, now, BATCH)) {
				const ref = toRef(row);
				forgotten += await this.#transactions.write(conversationLock(ref), async (session) => ({
					result: await session.count(query(FORGET, now, ref.botId, ref.conversationId)),
					writes: [],
				}));
			}
		}
		return forgotten;
	}
}

/** Where there is no server, the other steps would only wait for it again. */
async function unlessFails(step: () => Promise<number>, failures: unknown[]): Promise<number> {
	try {
		return await step();
	} catch (error) {
		if (!(error instanceof HandoverError) || error.code.match(/_(UNAVAILABLE|CLOSED)$/))
			throw error;
		failures.push(error);
		return 0;
	}
}

function toRef(row: Row): ConversationRef {
	return {
		botId: row['bot_id'] as string,
		conversationId: row['conversation_id'] as string,
	};
}
