import { pauseEndsAt } from '../conversation/transition';
import { releaseFromPause } from '../operations/release';
import type { TimerHandler } from './job-handler';

/** Gives the conversation back to the bot when its pause is over, and later while the human writes. */
export const endPause: TimerHandler = {
	kind: 'endPause',
	fire({ conversation, snapshot, now, at }) {
		const end = pauseEndsAt(conversation);
		if (end === null) return { writes: [] };
		if (now < end) return { writes: [], again: end };
		const lastSeq = snapshot.nextMessageSeq - 1;
		const released = releaseFromPause(conversation, snapshot.handover, { now, at }, lastSeq);
		return {
			writes: [{ type: 'conversation', conversation: released.conversation }, ...released.writes],
		};
	},
};
