import type { IExecuteFunctions } from 'n8n-workflow';
import { saveStaff } from '../../../handover/operations/configure';
import type { Services } from '../../../handover/operations/services';
import { readFields, readRows, withoutBlanks } from '../read-fields';

/** The node's fields. Those listed as staff are on the roster afterwards, and take turns among them. */
export async function readAssignment(
	context: IExecuteFunctions,
	itemIndex: number,
	services: Services,
): Promise<object> {
	const rows = readRows(context, itemIndex, 'staff', 'member');
	const staff = await saveStaff(services, rows.map(withoutBlanks));
	return {
		...readFields(context, itemIndex, ['assignTo', 'staffId', 'keepCurrentAssignee']),
		staffIds: staff.map(({ id }) => id),
	};
}
