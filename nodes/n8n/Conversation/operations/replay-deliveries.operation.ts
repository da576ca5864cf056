import { replayDeliveries } from '../../../../handover/operations/replay-deliveries';
import type { ConversationOperation } from '../conversation-operation';

export const replay: ConversationOperation = async ({ services, ref, turn }) =>
	await replayDeliveries(services, ref, turn.carried);
