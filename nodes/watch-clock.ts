import { clockLead, type ClockLead } from '../handover/operations/clock-lead';
import type { Services } from '../handover/operations/services';

/** Milliseconds. */
const EVERY = 10 * 60_000;
/** Milliseconds: far more than clocks differ that are set by NTP, and far less than a lease (ADR 32). */
const TOLERATED = 5_000;

export interface ClockWatch {
	/** Looks now, too; never rejects. */
	look(): Promise<void>;
	stop(): void;
}

export interface ClockListener {
	differs(text: string): void;
	agrees(): void;
}

/**
 * Says so once when our clock and that of the store's server differ, and once when they agree again:
 * what is due follows the clock of whoever looks (ADR 32). Where the answer took so long that it could be
 * either, or the server is away, it stays as it was.
 */
export function watchClock(
	services: Pick<Services, 'store' | 'clock'>,
	listener: ClockListener,
): ClockWatch {
	let isApart = false;
	async function look(): Promise<void> {
		const lead = await clockLead(services).catch(() => undefined);
		if (lead === undefined) return;
		const { least, most } = lead;
		if (!isApart && (least > TOLERATED || most < -TOLERATED)) {
			isApart = true;
			listener.differs(describe(lead));
		} else if (isApart && least >= -TOLERATED && most <= TOLERATED) {
			isApart = false;
			listener.agrees();
		}
	}

	const timer = setInterval(() => void look(), EVERY).unref();
	return { look, stop: () => clearInterval(timer) };
}

function describe({ least, most }: ClockLead): string {
	const seconds = (lead: number) => `${Math.round(lead / 1_000)} seconds`;
	const differs = least > 0 ? `${seconds(least)} ahead of` : `${seconds(-most)} behind`;
	return `The clock of this host is ${differs} that of the Postgres server. Pauses, time-outs and deliveries follow each host's own: let NTP set the clocks of both.`;
}
