import type { IExecuteFunctions } from 'n8n-workflow';
import type { Services } from '../../../../handover/operations/services';
import { performActionOnItem } from '../../perform-action-on-items';
import { readFields } from '../../read-fields';
import type { RoutedItem } from '../../route-items';

const FIELDS = ['pauseFor', 'pauseUnit', 'untilResumed'] as const;

export async function pause(
	context: IExecuteFunctions,
	services: Services,
	itemIndex: number,
): Promise<RoutedItem> {
	const fields = readFields(context, itemIndex, FIELDS);
	return await performActionOnItem(context, 'pauseBot', fields, services, itemIndex);
}
