import type { IExecuteFunctions } from 'n8n-workflow';
import type { ConversationRef } from '../../../handover/conversation/conversation';
import type { Services } from '../../../handover/operations/services';
import type { Turn } from '../carried-handover';

export interface ConversationRequest {
	context: IExecuteFunctions;
	services: Services;
	itemIndex: number;
	ref: ConversationRef;
	turn: Turn;
}

/** One entry of the node's Operation field. Returns the item's new `handover`. */
export type ConversationOperation = (request: ConversationRequest) => Promise<object>;
