import type { IExecuteFunctions } from 'n8n-workflow';
import {
	confirmTurn,
	type ConfirmedTurn,
	type FlowEnd,
} from '../../../../handover/operations/confirm-turn';
import type { Services } from '../../../../handover/operations/services';
import { isReplaced, type Turn } from '../../carried-handover';

export async function confirm(
	context: IExecuteFunctions,
	services: Services,
	itemIndex: number,
	{ carried }: Turn,
): Promise<ConfirmedTurn> {
	return await confirmTurn(services, carried, endOf(context, itemIndex));
}

/** A node that goes on where it fails hands on what went wrong, in the place of the item. */
function endOf(context: IExecuteFunctions, itemIndex: number): FlowEnd {
	if (!isReplaced(context, itemIndex)) return {};
	const { json, error } = context.getInputData()[itemIndex]!;
	return { isReplaced: true, isRefused: Boolean(error ?? json['error']) };
}
