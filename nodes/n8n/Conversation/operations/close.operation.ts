import { closeConversation } from '../../../../handover/operations/own-conversation';
import type { ConversationOperation } from '../conversation-operation';

export const close: ConversationOperation = async ({ services, ref, turn }) =>
	await closeConversation(services, ref, turn.carried);
