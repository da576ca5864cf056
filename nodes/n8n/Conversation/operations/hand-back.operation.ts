import { returnToBot } from '../../../../handover/operations/own-conversation';
import type { ConversationOperation } from '../conversation-operation';

export const handBack: ConversationOperation = async ({ services, ref, turn }) =>
	await returnToBot(services, ref, 'handedBack', turn.carried);
