import type { ConversationRef } from '../conversation/conversation';
import { parseRef } from '../conversation/inbound-message';
import { HandoverError } from '../errors';
import { readCarriedData, type CarriedData } from './handover-data';

interface AdmittedTurn {
	ref: ConversationRef;
	carried: CarriedData;
}

/**
 * The turn that a Gate has put on the item, and its conversation. Without one, the item mostly has no
 * conversation either: what is told then is the cause, for no field of the node can mend it.
 * @throws {HandoverError} `MESSAGE_NOT_ADMITTED`, `CONVERSATION_ID_*`, `BOT_ID_INVALID`
 */
export function parseAdmittedTurn(input: {
	botId?: unknown;
	conversationId?: unknown;
	carried?: unknown;
}): AdmittedTurn {
	const carried = readCarriedData(input.carried);
	if (carried.messageSeq === null) throw notAdmitted();
	return { ref: parseRef(input), carried };
}

export function notAdmitted(): HandoverError {
	return new HandoverError(
		'MESSAGE_NOT_ADMITTED',
		'The item carries no message that a Handover Gate has admitted. Put a Gate (Receive Message) before this node, and keep "handover" on the item or message: a node in between may have made a new one.',
	);
}
