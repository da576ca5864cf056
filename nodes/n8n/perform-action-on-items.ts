import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { ActionKind } from '../../handover/conversation/handover';
import { performAction } from '../../handover/operations/perform-action';
import type { Services } from '../../handover/operations/services';
import { readTurn } from './carried-handover';
import { routeItems, type RoutedItem } from './route-items';

export const ACTION_OUTPUT_NAMES = ['Done', 'Failed'];
export const ACTION_OUTPUTS = { count: 2, onError: 1 };

/** What the action nodes have in common: all but their fields. */
export async function performActionOnItems(
	context: IExecuteFunctions,
	kind: ActionKind,
	readFields: (
		context: IExecuteFunctions,
		itemIndex: number,
		services: Services,
	) => object | Promise<object>,
): Promise<INodeExecutionData[][]> {
	return await routeItems(context, ACTION_OUTPUTS, async (services, itemIndex) => {
		const fields = await readFields(context, itemIndex, services);
		return await performActionOnItem(context, kind, fields, services, itemIndex);
	});
}

export async function performActionOnItem(
	context: IExecuteFunctions,
	kind: ActionKind,
	fields: object,
	services: Services,
	itemIndex: number,
): Promise<RoutedItem> {
	const turn = readTurn(context, itemIndex);
	const { output, handover } = await performAction(services, kind, { ...turn, fields });
	return { output: output === 'done' ? 0 : 1, handover };
}
