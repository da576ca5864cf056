import { completeTasks } from '../../../../handover/operations/complete-tasks';
import { readFields } from '../../read-fields';
import type { ConversationOperation } from '../conversation-operation';

export const complete: ConversationOperation = async (request) => {
	const { context, services, itemIndex, ref, turn } = request;
	const fields = readFields(context, itemIndex, ['which', 'taskId', 'staffId']);
	return await completeTasks(services, ref, { ...fields, carried: turn.carried });
};
