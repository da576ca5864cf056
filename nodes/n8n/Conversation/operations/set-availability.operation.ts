import type { IExecuteFunctions } from 'n8n-workflow';
import type { Services } from '../../../../handover/operations/services';
import { setAvailability } from '../../../../handover/operations/set-availability';
import type { Turn } from '../../carried-handover';
import { readFields } from '../../read-fields';

/** It is about no conversation, so the item keeps the one that it carries. */
export async function setStaffAvailability(
	context: IExecuteFunctions,
	services: Services,
	itemIndex: number,
	{ carried }: Turn,
): Promise<object> {
	const fields = readFields(context, itemIndex, ['staffId', 'available']);
	return { ...(carried as object), staff: await setAvailability(services, fields) };
}
