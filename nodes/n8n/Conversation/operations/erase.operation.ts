import { eraseConversation } from '../../../../handover/operations/conversation-view';
import type { ConversationOperation } from '../conversation-operation';

/** Nothing of the conversation stays on the item either. */
export const erase: ConversationOperation = async ({ services, ref }) => {
	await eraseConversation(services, ref);
	return { ...ref, erased: true };
};
