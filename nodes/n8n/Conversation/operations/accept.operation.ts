import { acceptHandover } from '../../../../handover/operations/accept-handover';
import { readFields } from '../../read-fields';
import type { ConversationOperation } from '../conversation-operation';

export const accept: ConversationOperation = async (request) => {
	const { context, services, itemIndex, ref, turn } = request;
	const fields = readFields(context, itemIndex, ['staffId']);
	return await acceptHandover(services, ref, { ...fields, carried: turn.carried });
};
