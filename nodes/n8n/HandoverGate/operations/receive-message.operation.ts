import type { IExecuteFunctions } from 'n8n-workflow';
import { awaitTurn, turnKey } from '../../../../handover/operations/await-turn';
import { receiveMessage } from '../../../../handover/operations/receive-message';
import type { Services } from '../../../../handover/operations/services';
import { readFields } from '../../read-fields';
import type { LateItem } from '../../route-items';

const ORDER = ['bot', 'human', 'duplicate'] as const;

/** A message that could not be admitted is answered by nobody. */
export const outputs = { count: ORDER.length, onError: 1 };

export async function run(
	context: IExecuteFunctions,
	services: Services,
	itemIndex: number,
	/** The turns of this execution: no item can go on before all of them do. */
	companions: Set<string>,
): Promise<LateItem> {
	const fields = readFields(context, itemIndex, [
		'botId',
		'conversationId',
		'messageId',
		'text',
		'contactId',
		'contactName',
		'contactEmail',
		'contactLanguage',
		'keepMessages',
		'keepDays',
		'burstWindow',
		'orderPatience',
		'answerWithin',
		'untilConfirmed',
	]);
	const contact = {
		id: fields.contactId,
		name: fields.contactName,
		email: fields.contactEmail,
		language: fields.contactLanguage,
	};
	const carried = context.getInputData()[itemIndex]?.json.handover;
	const received = await receiveMessage(services, { ...fields, contact, carried }, fields);
	companions.add(turnKey(received.handover, received.handover.messageSeq!));
	return {
		handover: received.handover,
		finish: async () => {
			const { output, handover } = await awaitTurn(services, received, { companions });
			return { output: ORDER.indexOf(output), handover };
		},
	};
}
