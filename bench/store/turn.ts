import type { HandoverData } from '../../handover/operations/handover-data';

export const QUESTION = 'How long does shipping take? I need it on Friday.';
export const ANSWER = 'Shipping takes 2 to 4 working days. We tell you by e-mail when it leaves.';
export const HUMAN_REPLY = 'Hello, this is Ana from the team. I have looked your order up.';
export const TRANSCRIPT_LINES = 8;
export const EVENT_LINES = 100;
export const LEASED = 10;

/** What the operations are done on; each leaves there what the next one needs. */
export interface Turn {
	ref: { botId: string; conversationId: string };
	messageId: string;
	/** An event in the middle of the store. */
	eventSeq: number;
	/** Of our side: what goes from node to node. */
	carried?: HandoverData;
	/** Of the bare side. */
	handoverId: string;
}
