import {
	exportConversation,
	readConversation,
} from '../../../../handover/operations/conversation-view';
import type { ConversationOperation } from '../conversation-operation';

export const exportAll: ConversationOperation = async ({ services, ref, turn }) => {
	const { handover } = await readConversation(services, ref, turn.carried);
	return { ...handover, export: await exportConversation(services, ref) };
};
