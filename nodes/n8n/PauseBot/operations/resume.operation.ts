import type { IExecuteFunctions } from 'n8n-workflow';
import { parseRef } from '../../../../handover/conversation/inbound-message';
import { returnToBot } from '../../../../handover/operations/own-conversation';
import type { Services } from '../../../../handover/operations/services';
import { readTurn } from '../../carried-handover';
import type { RoutedItem } from '../../route-items';

export async function resume(
	context: IExecuteFunctions,
	services: Services,
	itemIndex: number,
): Promise<RoutedItem> {
	const turn = readTurn(context, itemIndex);
	const handover = await returnToBot(services, parseRef(turn), 'resumed', turn.carried);
	return { output: 0, handover };
}
