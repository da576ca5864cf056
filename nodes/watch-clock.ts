import { clockLead } from '../handover/operations/clock-lead';
import type { Services } from '../handover/operations/services';

/** Milliseconds. */
const EVERY = 10 * 60_000;
/** Milliseconds: far more than clocks differ that are set by NTP, and far less than a lease (ADR 32). */
const TOLERATED = 5_000;

export interface ClockWatch {
	/** The first look is over; never rejects. */
	looked: Promise<void>;
	stop(): void;
}

/**
 * Warns once when our clock and that of the store's server differ: what is due follows the clock of
 * whoever looks (ADR 32). A server that is away is looked at again later.
 */
export function watchClock(
	services: Pick<Services, 'store' | 'clock'>,
	warn: (text: string) => void,
): ClockWatch {
	async function look(): Promise<void> {
		const lead = await clockLead(services).catch(() => 0);
		if (Math.abs(lead) <= TOLERATED) return;
		clearInterval(timer);
		warn(describe(lead));
	}

	const timer = setInterval(() => void look(), EVERY).unref();
	return { looked: look(), stop: () => clearInterval(timer) };
}

function describe(lead: number): string {
	const seconds = `${Math.round(Math.abs(lead) / 1_000)} seconds`;
	const differs = lead > 0 ? `${seconds} ahead of` : `${seconds} behind`;
	return `The clock of this host is ${differs} that of the Postgres server. Pauses, time-outs and deliveries follow each host's own: let NTP set the clocks of both.`;
}
