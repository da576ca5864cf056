import { toJob } from '../rows';
import type { Job } from '../records';
import { IMPOSSIBLE_LEASE, type JobsToLease } from '../store';
import { rowQuery } from './row-query';
import { FROM_JOBS, JOBS } from './tables';
import type { Transactions } from './transactions';

const IS_DUE = `dead = 0 AND due_at <= ?1 AND kind IN (SELECT value FROM json_each(?3))
	AND (leased_until IS NULL OR leased_until <= ?1 OR leased_until > ?1 + ?2 * ${IMPOSSIBLE_LEASE})`;

/** Timers and the outbox, for those who carry them out. Decisions plan and settle them. */
export class Jobs {
	readonly #transactions: Transactions;
	readonly #anyDue;
	readonly #due;
	readonly #lease;
	readonly #dead;

	constructor(transactions: Transactions) {
		this.#transactions = transactions;
		this.#anyDue = transactions.prepare(`SELECT 1 FROM jobs WHERE ${IS_DUE} LIMIT 1`);
		this.#due = rowQuery(
			transactions,
			JOBS,
			`${FROM_JOBS} WHERE ${IS_DUE} ORDER BY due_at, jobs.id LIMIT ?4`,
		);
		this.#lease = transactions.prepare(
			`UPDATE jobs SET leased_by = ?, leased_until = ?
				WHERE id IN (SELECT value FROM json_each(?))`,
		);
		this.#dead = rowQuery(
			transactions,
			JOBS,
			`${FROM_JOBS} WHERE dead = 1 ORDER BY jobs.created_at, jobs.id LIMIT ?`,
		);
	}

	lease({ now, leaseBy, leaseFor, kinds, limit }: JobsToLease): Job[] {
		const wanted = JSON.stringify(kinds);
		const isAnyDue = this.#transactions.read(() => this.#anyDue.get(now, leaseFor, wanted));
		// Asked every second: a writer's lock for nothing would hold the messages up.
		if (!isAnyDue) return [];
		return this.#transactions.write(() => {
			const due = this.#due.all(now, leaseFor, wanted, limit);
			const ids = JSON.stringify(due.map(({ id }) => id));
			const lease = { leasedBy: leaseBy, leasedUntil: now + leaseFor };
			this.#lease.run(lease.leasedBy, lease.leasedUntil, ids);
			return due.map((row) => ({ ...toJob(row), ...lease }));
		});
	}

	findDead(limit: number): Job[] {
		return this.#transactions.read(() => this.#dead.all(limit)).map(toJob);
	}
}
