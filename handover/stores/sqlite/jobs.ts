import { toJob } from '../rows';
import { IMPOSSIBLE_LEASE, type Job, type JobsToLease } from '../store';
import { SELECT_JOBS } from './snapshot-reader';
import type { Transactions } from './transactions';

/** Timers and the outbox, for those who carry them out. Decisions plan and settle them. */
export class Jobs {
	readonly #transactions: Transactions;

	constructor(transactions: Transactions) {
		this.#transactions = transactions;
	}

	lease({ now, leaseBy, leaseFor, kinds, limit }: JobsToLease): Job[] {
		const transactions = this.#transactions;
		const due = `dead = 0 AND due_at <= ?1 AND kind IN (SELECT value FROM json_each(?3))
			AND (leased_until IS NULL OR leased_until <= ?1 OR leased_until > ?1 + ?2 * ${IMPOSSIBLE_LEASE})`;
		const wanted = JSON.stringify(kinds);
		const isAnyDue = transactions.read(() =>
			transactions.prepare(`SELECT 1 FROM jobs WHERE ${due} LIMIT 1`).get(now, leaseFor, wanted),
		);
		// Asked every second: a writer's lock for nothing would hold the messages up.
		if (!isAnyDue) return [];
		return transactions.write(() => {
			const ids = transactions
				.prepare(`SELECT id FROM jobs WHERE ${due} ORDER BY due_at, id LIMIT ?4`)
				.all(now, leaseFor, wanted, limit);
			const lease = transactions.prepare(
				'UPDATE jobs SET leased_by = ?, leased_until = ? WHERE id = ?',
			);
			const leased = transactions.prepare(`${SELECT_JOBS} WHERE jobs.id = ?`);
			return ids.map(({ id }) => {
				lease.run(leaseBy, now + leaseFor, id as string);
				return toJob(leased.get(id as string)!);
			});
		});
	}

	findDead(limit: number): Job[] {
		const transactions = this.#transactions;
		return transactions.read(() =>
			transactions
				.prepare(`${SELECT_JOBS} WHERE dead = 1 ORDER BY jobs.created_at, jobs.id LIMIT ?`)
				.all(limit)
				.map(toJob),
		);
	}
}
