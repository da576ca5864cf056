import type { ConversationRef } from '../../conversation/conversation';

/**
 * The name of the lock that whoever changes the conversation takes first. NUL is in no text that
 * Postgres takes, so the two parts are told apart as JSON does.
 */
export function conversationLock({ botId, conversationId }: ConversationRef): string {
	return `conversation/${JSON.stringify([botId, conversationId])}`;
}
