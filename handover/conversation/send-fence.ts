import type { ConversationState } from './conversation';

/**
 * Whether a bot answer may still go out: the bot owns the conversation, and has owned it without a
 * break since the message was admitted. Anything else is stale, for a human has taken over meanwhile.
 */
export function botMayAnswer(
	state: Pick<ConversationState, 'owner' | 'epoch'>,
	stampedEpoch: number,
): boolean {
	return state.owner === 'bot' && state.epoch === stampedEpoch;
}
