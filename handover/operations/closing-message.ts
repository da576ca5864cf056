import type { Conversation } from '../conversation/conversation';
import type { ActionRecord, Handover } from '../conversation/handover';
import type { CarriedData } from './handover-data';

/** What the run of an action hands out to the contact; undefined: nothing that it did not have before. */
export function closingMessageOf({
	kind,
	status,
	result,
}: ActionRecord): Pick<CarriedData, 'reply' | 'replySeq'> | undefined {
	if (kind !== 'sendClosingMessage' || status !== 'done') return undefined;
	return { reply: result!['text'] as string, replySeq: result!['seq'] as number };
}

/**
 * The closing message goes to the turn that it was sent for, once more when that comes again, for
 * nobody may have heard it. Another turn, which has joined the handover, stays silent.
 */
export function isOfTurn({ result }: ActionRecord, { messageSeq }: CarriedData): boolean {
	return messageSeq !== null && result?.['messageSeq'] === messageSeq;
}

/** Whether this line of the transcript is the open handover's closing message. */
export function isClosingMessage(handover: Handover | undefined, seq: number): boolean {
	const record = handover?.actions.find(({ kind }) => kind === 'sendClosingMessage');
	return record?.result?.['seq'] === seq;
}

/** Whether the handover's closing message may go out once more: until a human answers. */
export function mayBeRepeated(
	{ openHandoverId, lastHumanReplyAt }: Conversation,
	handover: Handover | undefined,
): boolean {
	return handover?.id === openHandoverId && lastHumanReplyAt === null;
}
