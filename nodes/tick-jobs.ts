import { toHandoverError } from '../handover/errors';
import { JobRunner } from '../handover/jobs/job-runner';
import type { Services } from '../handover/operations/services';
import { keepDoing, type Doing } from './keep-doing';

/** Milliseconds. */
const EVERY = 1_000;
const LONGEST_BACK_OFF = 60_000;

/**
 * Looks for due jobs every second, and less often while the store fails. What goes wrong never ends
 * the process; each code is reported once.
 */
export function tickJobs(
	services: Services,
	report: (code: string, message: string) => void,
): Doing {
	let failures = 0;
	const reported = new Set<string>();
	const runner = new JobRunner(services, reportOnce);

	function reportOnce(error: unknown): void {
		const { code, message } = toHandoverError(error);
		// Closed under our hands: a test, or another holder; there is nothing to mend.
		if (code === 'STORE_CLOSED' || reported.has(code)) return;
		reported.add(code);
		report(code, message);
	}

	const ticking = keepDoing(async () => {
		try {
			const found = await runner.run();
			if (failures > 0) reported.clear();
			failures = 0;
			// At once where there may be more, and yet after whatever else waits for this process.
			return found > 0 ? 0 : EVERY;
		} catch (error) {
			failures += 1;
			reportOnce(error);
			return Math.min(EVERY * 2 ** failures, LONGEST_BACK_OFF);
		}
	});
	return {
		async stop() {
			await ticking.stop();
			await runner.settled();
		},
	};
}
