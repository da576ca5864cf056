import { toJob } from '../rows';
import type { Job } from '../records';
import { IMPOSSIBLE_LEASE, type JobsToLease } from '../store';
import * as columns from './columns';
import { query, statement, type Statement, type Value } from './statement';
import type { Transactions } from './transactions';

const IS_FREE = `leased_until IS NULL OR leased_until <= $1
	OR leased_until > $1 + $2::bigint * ${IMPOSSIBLE_LEASE}`;
/** Two who ask at once pass over what the other has just taken. */
const LEASE = leaseOf(IS_FREE);
/** The answer was lost: what that time has leased is given out now. */
const LEASE_AGAIN = leaseOf(`${IS_FREE} OR (leased_by = $5 AND leased_until = $6)`);
const DEAD = statement(`
	SELECT ${columns.JOBS} FROM jobs JOIN conversations ON conversations.id = jobs.conversation
	WHERE dead ORDER BY jobs.created_at, jobs.id LIMIT $1`);

/** Timers and the outbox, for those who carry them out. Decisions plan and settle them. */
export class Jobs {
	readonly #transactions: Transactions;

	constructor(transactions: Transactions) {
		this.#transactions = transactions;
	}

	async lease({ now, leaseBy, leaseFor, kinds, limit }: JobsToLease): Promise<Job[]> {
		const values: Value[] = [now, leaseFor, [...kinds], limit, leaseBy, now + leaseFor];
		// Asked every second: mostly none is due, and nothing is written.
		const leased = await this.#transactions.writeAgain((session, isAgain) =>
			session.run(query(isAgain ? LEASE_AGAIN : LEASE, ...values)),
		);
		return leased.map(toJob).sort(byDueTime);
	}

	async findDead(limit: number): Promise<Job[]> {
		return (await this.#transactions.rows(DEAD, limit)).map(toJob);
	}
}

function leaseOf(isFree: string): Statement {
	return statement(`
		WITH due AS (
			SELECT id FROM jobs
			WHERE NOT dead AND due_at <= $1 AND kind = ANY ($3::text[]) AND (${isFree})
			ORDER BY due_at, id LIMIT $4 FOR UPDATE SKIP LOCKED
		)
		UPDATE jobs SET leased_by = $5, leased_until = $6 FROM due, conversations
		WHERE jobs.id = due.id AND conversations.id = jobs.conversation
		RETURNING ${columns.JOBS}`);
}

/** An UPDATE returns its rows in any order. */
function byDueTime(one: Job, other: Job): number {
	return one.dueAt - other.dueAt || (one.id < other.id ? -1 : 1);
}
