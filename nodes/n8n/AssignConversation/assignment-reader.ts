import type { IExecuteFunctions } from 'n8n-workflow';
import { saveStaffApart } from '../../../handover/operations/configure';
import type { Services } from '../../../handover/operations/services';
import { readFields, readRows, withoutBlanks } from '../read-fields';

export type ReadAssignment = (
	context: IExecuteFunctions,
	itemIndex: number,
	services: Services,
) => Promise<object>;

const FIELDS = [
	'assignTo',
	'staffId',
	'keepCurrentAssignee',
	'rule',
	'acceptWithin',
	'acceptUnit',
] as const;

/**
 * The node's fields. Those listed as staff take turns, and are on the roster afterwards: saved once
 * per execution, and again if an item lists others. A wrong entry is not saved and makes the action fail, which
 * hands the conversation to the next of the others.
 */
export function assignmentReader(): ReadAssignment {
	let saved: string | undefined;
	let own: { staffIds: string[]; staffFault?: string } = { staffIds: [] };
	return async (context, itemIndex, services) => {
		const rows = readRows(context, itemIndex, 'staff', 'member').map(withoutBlanks);
		const fingerprint = JSON.stringify(rows);
		if (fingerprint !== saved) {
			const { ids, fault } = await saveStaffApart(services, rows);
			// None would be everybody on the roster.
			if (fault && ids.length === 0) throw fault;
			own = { staffIds: ids, ...(fault && { staffFault: fault.message }) };
			saved = fingerprint;
		}
		return {
			...readFields(context, itemIndex, FIELDS),
			...own,
		};
	};
}
