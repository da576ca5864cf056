import type { IExecuteFunctions } from 'n8n-workflow';
import { saveStaff } from '../../../handover/operations/configure';
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
 * per execution, and again if an item lists others.
 */
export function assignmentReader(): ReadAssignment {
	let saved: string | undefined;
	let staffIds: string[] = [];
	return async (context, itemIndex, services) => {
		const rows = readRows(context, itemIndex, 'staff', 'member').map(withoutBlanks);
		const fingerprint = JSON.stringify(rows);
		if (fingerprint !== saved) {
			staffIds = (await saveStaff(services, rows)).map(({ id }) => id);
			saved = fingerprint;
		}
		return {
			...readFields(context, itemIndex, FIELDS),
			staffIds,
		};
	};
}
