import type { Services } from '../operations/services';
import type { Job } from '../stores/records';
import type { TimerHandler } from './job-handler';
import { settleJob } from './settle-job';

/** Fires a leased timer: its effect and its end, or its new time, are one transaction. */
export async function fireTimer(
	services: Services,
	handler: TimerHandler,
	leased: Job,
): Promise<void> {
	await settleJob(services, leased, handler.need?.(leased) ?? {}, (context) => {
		const { writes, again } = handler.fire(context);
		if (again === undefined) return [...writes, { type: 'removeJob', jobId: leased.id }];
		return [...writes, { type: 'job', job: { ...leased, dueAt: again } }];
	});
}
