import { toHandoverError } from '../handover/errors';
import { JobRunner } from '../handover/jobs/job-runner';
import type { Services } from '../handover/operations/services';

/** Milliseconds. */
const EVERY = 1_000;
const LONGEST_BACK_OFF = 60_000;

export interface Ticking {
	/** Begins nothing more, and waits for what is in hand. */
	stop(): Promise<void>;
}

/**
 * Looks for due jobs every second, and less often while the store fails. What goes wrong never ends
 * the process; each code is reported once.
 */
export function tickJobs(
	services: Services,
	report: (code: string, message: string) => void,
): Ticking {
	let stopped = false;
	let failures = 0;
	let timer: NodeJS.Timeout | undefined;
	let ticking: Promise<void> = Promise.resolve();
	const reported = new Set<string>();
	const runner = new JobRunner(services, reportOnce);

	function reportOnce(error: unknown): void {
		const { code, message } = toHandoverError(error);
		// Closed under our hands: a test, or another holder; there is nothing to mend.
		if (code === 'STORE_CLOSED' || reported.has(code)) return;
		reported.add(code);
		report(code, message);
	}

	async function tick(): Promise<void> {
		try {
			const found = await runner.run();
			if (failures > 0) reported.clear();
			failures = 0;
			// At once where there may be more, and yet after whatever else waits for this process.
			if (!stopped) schedule(found > 0 ? 0 : EVERY);
		} catch (error) {
			failures += 1;
			reportOnce(error);
			if (!stopped) schedule(Math.min(EVERY * 2 ** failures, LONGEST_BACK_OFF));
		}
	}

	function schedule(delay: number): void {
		timer = setTimeout(() => {
			ticking = tick();
		}, delay);
		timer.unref();
	}

	schedule(0);
	return {
		async stop() {
			stopped = true;
			clearTimeout(timer);
			await ticking;
			await runner.settled();
		},
	};
}
