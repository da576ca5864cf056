import { toHandoverError } from '../errors';
import { raiseLeftTurns } from '../operations/raise-left-turns';
import type { Services } from '../operations/services';
import type { Job } from '../stores/records';
import { deliver } from './deliver';
import { fireTimer } from './fire-timer';
import { DELIVERIES, TIMERS } from './handlers';
import type { DeliveryHandler, TimerHandler } from './job-handler';

/** Longer than any delivery may take, its record included. */
const LEASE_FOR = 30_000;
/** Timers that are fired one after the other, before the process may see to anything else. */
const BATCH = 20;
/** Deliveries that are under way at once. */
const MOST_DELIVERIES = 32;
/** Milliseconds between two looks after turns, however much else there is to do. */
const LOOK_EVERY = 500;

/**
 * Carries out what is due, for one open store. Timers and deliveries are leased apart, so that a slow
 * receiver holds no timer up; and by the kinds that are known here, so that an older worker leaves
 * alone what it does not understand.
 */
export class JobRunner {
	/** By the job's id. */
	readonly #inHand = new Map<string, Promise<void>>();
	readonly #timers;
	readonly #deliveries;
	/** By the elapsed time. */
	#nextLook = -Infinity;

	/** `onError` hears of jobs that could not be carried out; their leases end, and they come again. */
	constructor(
		private readonly services: Services,
		private readonly onError: (error: unknown) => void,
		handlers: {
			timers?: readonly TimerHandler[];
			deliveries?: readonly DeliveryHandler[];
		} = {},
	) {
		this.#timers = byKind(handlers.timers ?? TIMERS);
		this.#deliveries = byKind(handlers.deliveries ?? DELIVERIES);
	}

	/**
	 * Fires some timers that are due, lets turns come back that were left, and begins with deliveries;
	 * returns how many, 0 when none is left.
	 */
	async run(): Promise<number> {
		const fired = await this.#fireTimers();
		const raised = await this.#raiseLeftTurns();
		return fired + raised + (await this.#beginDeliveries());
	}

	/** Waits for the deliveries in hand. */
	async settled(): Promise<void> {
		while (this.#inHand.size) await Promise.all(this.#inHand.values());
	}

	async #fireTimers(): Promise<number> {
		const jobs = await this.#lease(this.#timers, BATCH);
		for (const job of jobs) {
			await fireTimer(this.services, this.#timers.get(job.kind)!, job).catch(this.onError);
		}
		return jobs.length;
	}

	async #raiseLeftTurns(): Promise<number> {
		const elapsed = this.services.clock.elapsed();
		if (elapsed < this.#nextLook) return 0;
		const raised = await raiseLeftTurns(this.services, this.onError);
		// What has come back is looked at once more: its time begins now.
		if (raised === 0) this.#nextLook = elapsed + LOOK_EVERY;
		return raised;
	}

	async #beginDeliveries(): Promise<number> {
		const free = MOST_DELIVERIES - this.#inHand.size;
		const jobs = free > 0 ? await this.#lease(this.#deliveries, free) : [];
		for (const job of jobs) {
			if (this.#inHand.has(job.id)) continue;
			const doing = deliver(this.services, this.#deliveries.get(job.kind)!, job)
				.catch(this.onError)
				.finally(() => this.#inHand.delete(job.id));
			this.#inHand.set(job.id, doing);
		}
		return jobs.length;
	}

	async #lease(handlers: Map<string, unknown>, limit: number): Promise<Job[]> {
		if (handlers.size === 0) return [];
		return await this.services.store.leaseJobs({
			now: this.services.clock.now(),
			leaseBy: this.services.runner.id,
			leaseFor: LEASE_FOR,
			kinds: [...handlers.keys()],
			limit,
		});
	}
}

function byKind<Handler extends { kind: string }>(handlers: readonly Handler[]) {
	return new Map(handlers.map((one) => [one.kind, one]));
}

/** Carries out all that is due, and waits for it; returns how many jobs there were. */
export async function runDueJobs(services: Services): Promise<number> {
	const errors: unknown[] = [];
	const runner = new JobRunner(services, (error) => errors.push(error));
	let done = 0;
	for (;;) {
		const found = await runner.run();
		await runner.settled();
		if (errors.length) throw toHandoverError(errors[0]);
		if (found === 0) return done;
		done += found;
	}
}
