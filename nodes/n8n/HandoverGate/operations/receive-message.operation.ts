import type { IExecuteFunctions } from 'n8n-workflow';
import { receiveMessage } from '../../../../handover/operations/receive-message';
import type { Services } from '../../../../handover/operations/services';
import { readFields } from '../../read-fields';
import type { RoutedItem } from '../../route-items';

const ORDER = ['bot', 'human', 'duplicate'] as const;

/** A message that could not be admitted is answered by nobody. */
export const outputs = { count: ORDER.length, onError: 1 };

export async function run(
	context: IExecuteFunctions,
	services: Services,
	itemIndex: number,
): Promise<RoutedItem> {
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
	]);
	const contact = {
		id: fields.contactId,
		name: fields.contactName,
		email: fields.contactEmail,
		language: fields.contactLanguage,
	};
	const { output, handover } = await receiveMessage(
		services,
		{ ...fields, contact },
		limits(fields),
	);
	return { output: ORDER.indexOf(output), handover };
}

function limits({ keepMessages, keepDays }: { keepMessages?: unknown; keepDays?: unknown }) {
	return { keepMessages: keepMessages as number, keepDays: keepDays as number };
}
