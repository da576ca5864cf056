import type { Conversation, ConversationRef, Instant } from '../conversation/conversation';
import type { Handover } from '../conversation/handover';
import type { ConversationEvent } from '../conversation/transition';
import { HandoverError } from '../errors';
import { composeData, readCarriedData, type HandoverData } from './handover-data';
import { release, releaseFromPause } from './release';
import type { Services } from './services';
import { tasksDone } from './tasks-done';

/** @throws {HandoverError} `CONVERSATION_UNKNOWN` */
export function known<T>(found: T | undefined): T {
	if (found !== undefined) return found;
	throw unknown();
}

export function unknown(): HandoverError {
	return new HandoverError(
		'CONVERSATION_UNKNOWN',
		'There is no such conversation in this store. Check Bot ID and Conversation ID, and whether it was erased.',
	);
}

/** The bot answers again, and counts its attempts anew. Nothing happens when it already may. */
export async function returnToBot(
	services: Services,
	ref: ConversationRef,
	reason: 'resumed' | 'handedBack',
	carried: unknown,
): Promise<HandoverData> {
	return await end(services, ref, { type: 'conversation.handedBack' }, reason, carried);
}

/**
 * Nobody answers until the contact writes again, and what is open of its tasks is done. Nothing happens
 * when it is closed already, and none is open.
 */
export async function closeConversation(
	services: Services,
	ref: ConversationRef,
	carried: unknown,
): Promise<HandoverData> {
	return await end(services, ref, { type: 'conversation.closed' }, 'closed', carried);
}

/** Ends the pause if it is over, and the human is idle. */
export async function endPause(services: Services, ref: ConversationRef): Promise<HandoverData> {
	return await end(services, ref, { type: 'pause.ended' }, 'pauseEnded', null);
}

async function end(
	services: Services,
	ref: ConversationRef,
	event: { type: 'conversation.handedBack' | 'conversation.closed' | 'pause.ended' },
	reason: 'resumed' | 'handedBack' | 'closed' | 'pauseEnded',
	carried: unknown,
): Promise<HandoverData> {
	const need = { openTasks: reason === 'closed' };
	return await services.store.change(ref, need, (snapshot) => {
		const before = known(snapshot.conversation);
		const now = services.clock.now();
		const at: Instant = Math.max(now, before.updatedAt);
		const lastSeq = snapshot.nextMessageSeq - 1;
		const { handover } = snapshot;
		const after =
			event.type === 'pause.ended'
				? releaseFromPause(before, handover, { now, at }, lastSeq)
				: release(before, handover, { ...event, at } as ConversationEvent, reason, lastSeq);
		const writes = [...after.writes, ...tasksDone(snapshot.openTasks, at, 'closed', null)];
		const conversation = writes.length ? { ...after.conversation, updatedAt: at } : before;
		return {
			writes: writes.length ? [{ type: 'conversation', conversation }, ...writes] : [],
			result: handoverDataOf(conversation, after.handover, carried),
		};
	});
}

/** What the Conversation node puts under `handover`. */
export function handoverDataOf(
	conversation: Conversation,
	handover: Handover | undefined,
	carried: unknown,
): HandoverData {
	const data = composeData(readCarriedData(carried), conversation, handover);
	return { ...data, reply: null, replySeq: null, repeated: false };
}
