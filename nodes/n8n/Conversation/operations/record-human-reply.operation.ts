import { recordHumanReply } from '../../../../handover/operations/record-human-reply';
import { readFields } from '../../read-fields';
import type { ConversationOperation } from '../conversation-operation';

export const recordReply: ConversationOperation = async (request) => {
	const { context, services, itemIndex, ref, turn } = request;
	const fields = readFields(context, itemIndex, ['text', 'messageId', 'staffId']);
	return await recordHumanReply(services, ref, { ...fields, carried: turn.carried });
};
