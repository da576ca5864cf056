import type { Services } from '../operations/services';
import type { Job } from '../stores/records';
import type { Decision, SnapshotNeed, Write } from '../stores/store';
import type { JobContext } from './job-handler';

/**
 * Decides about a leased job, and says whether it did. It does not when the job was done, moved or
 * leased to somebody else meanwhile: so of all who think they have it, one's decision counts.
 */
export async function settleJob(
	services: Services,
	leased: Job,
	need: SnapshotNeed,
	decide: (context: JobContext) => Write[],
): Promise<boolean> {
	return await services.store.change(leased, { ...need, jobId: leased.id }, (snapshot) => {
		const { job, conversation } = snapshot;
		// Not by the time of the lease: a clock that jumps lets the runner lease what it has in hand.
		if (!conversation || !job || job.leasedBy !== leased.leasedBy) return left;
		const now = services.clock.now();
		const at = Math.max(now, conversation.updatedAt);
		return {
			result: true,
			writes: decide({ job, snapshot, conversation, at, now, services }),
		};
	});
}

const left: Decision<boolean> = { result: false, writes: [] };
