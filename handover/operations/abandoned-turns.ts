import type { Conversation, Instant } from '../conversation/conversation';
import type { Handover } from '../conversation/handover';
import { NOBODY } from './answering-worker';
import type { Runner } from './services';

/** Ten minutes: longer than an answer takes, shorter than a contact waits. See ADR 8. */
const GIVEN_UP_AFTER: Instant = 10 * 60 * 1000;

/** The open handover, to be carried on by this process, while there is something left to do. */
export function resume(
	runner: Runner,
	conversation: Conversation,
	handover: Handover | undefined,
): Handover | undefined {
	return isUnfinished(conversation, handover) ? { ...handover, runner: runner.id } : undefined;
}

/** Nobody carries the handover out any more. */
export function isGivenUp(runner: Runner, handover: Handover | undefined, at: Instant): boolean {
	if (!handover) return false;
	const lastSign = Math.max(...handover.actions.map((action) => action.at));
	return isSilent(runner, handover.runner, lastSign, at);
}

/** The process is gone, or has left what it had. */
export function hasLeft(runner: Runner, runnerId: string): boolean {
	return runnerId === NOBODY || !runner.isAlive(runnerId);
}

/** The process is gone, or has given no sign for longer than any bot takes. */
export function isSilent(
	runner: Runner,
	runnerId: string,
	lastSign: Instant,
	at: Instant,
): boolean {
	return hasLeft(runner, runnerId) || at - lastSign > GIVEN_UP_AFTER;
}

/**
 * Another message finishes a handover only soon after the crash: later, what is still pending is what
 * the builder has not wired, and the message belongs to the human.
 */
export function isRecent(handover: Handover | undefined, at: Instant): boolean {
	return handover !== undefined && at - handover.startedAt < GIVEN_UP_AFTER;
}

/** It is open, no human has dealt with it, and there is something left to do. */
export function isUnfinished(
	conversation: Conversation,
	handover: Handover | undefined,
): handover is Handover {
	return (
		handover !== undefined &&
		handover.id === conversation.openHandoverId &&
		conversation.lastHumanReplyAt === null &&
		handover.actions.some(({ status }) => status === 'pending')
	);
}
