import { pauseEndsAt } from '../conversation/transition';
import { release } from '../operations/release';
import type { TimerHandler } from './job-handler';

/** Gives the conversation back to the bot when its pause is over, and later while the human writes. */
export const endPause: TimerHandler = {
	kind: 'endPause',
	fire({ conversation, snapshot, at }) {
		const end = pauseEndsAt(conversation);
		if (end === null) return { writes: [] };
		if (at < end) return { writes: [], again: end };
		const released = release(
			conversation,
			snapshot.handover,
			{ type: 'pause.ended', at },
			'pauseEnded',
			snapshot.nextMessageSeq - 1,
		);
		return {
			writes: [{ type: 'conversation', conversation: released.conversation }, ...released.writes],
		};
	},
};
