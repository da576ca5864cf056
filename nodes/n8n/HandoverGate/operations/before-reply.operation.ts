import type { IExecuteFunctions } from 'n8n-workflow';
import { beforeReply } from '../../../../handover/operations/before-reply';
import type { Services } from '../../../../handover/operations/services';
import { readTurn } from '../../carried-handover';
import type { RoutedItem } from '../../route-items';

const ORDER = ['send', 'drop'] as const;

/** An answer that could not be checked does not go out. */
export const outputs = { count: ORDER.length, onError: 1 };

export async function run(
	context: IExecuteFunctions,
	services: Services,
	itemIndex: number,
): Promise<RoutedItem> {
	const { output, handover } = await beforeReply(services, {
		...readTurn(context, itemIndex),
		text: context.getNodeParameter('text', itemIndex, null),
	});
	return { output: ORDER.indexOf(output), handover };
}
