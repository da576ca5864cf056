import { readConversation } from '../../../../handover/operations/conversation-view';
import type { ConversationOperation } from '../conversation-operation';

export const get: ConversationOperation = async ({ services, ref, turn }) => {
	const { handover, view } = await readConversation(services, ref, turn.carried);
	return { ...handover, view };
};
