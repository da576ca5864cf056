import type { ConversationRef } from '../conversation/conversation';
import { DELIVERY_KINDS } from '../jobs/handlers';
import type { NewJob } from '../stores/records';
import type { HandoverData } from './handover-data';
import { handoverDataOf, known } from './own-conversation';
import { eventOf } from './release';
import type { Services } from './services';

/**
 * Plans the conversation's given-up deliveries once more, with all their tries, and says how many
 * there were. @throws {HandoverError} `CONVERSATION_UNKNOWN`
 */
export async function replayDeliveries(
	services: Services,
	ref: ConversationRef,
	carried: unknown,
): Promise<HandoverData & { replayed: number }> {
	const { jobs } = known(await services.store.read(ref));
	let replayed = 0;
	for (const { id, dead, kind } of jobs) {
		if (dead && DELIVERY_KINDS.has(kind) && (await replay(services, ref, id))) replayed += 1;
	}
	const { conversation, handover } = known(await services.store.read(ref));
	return { ...handoverDataOf(conversation, handover, carried), replayed };
}

/** False: somebody else was quicker. */
async function replay(services: Services, ref: ConversationRef, jobId: string): Promise<boolean> {
	return await services.store.change(ref, { jobId }, ({ conversation, job }) => {
		if (!conversation || !job?.dead) return { result: false, writes: [] };
		const now = services.clock.now();
		const again: NewJob = { ...job, dueAt: now, attempts: 0, dead: false, error: null };
		const at = Math.max(now, conversation.updatedAt);
		const data = { delivery: job.id, kind: job.kind };
		return {
			result: true,
			writes: [{ type: 'job', job: again }, eventOf('delivery.replayed', job.handoverId, at, data)],
		};
	});
}
