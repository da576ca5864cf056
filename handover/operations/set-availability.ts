import * as v from 'valibot';
import { parseStaffId } from '../conversation/inbound-message';
import { HandoverError } from '../errors';
import type { Services } from './services';

export interface Availability {
	staffId: string;
	available: boolean;
}

/** Forms and channels send it as a text. */
const flag = v.union([
	v.boolean(),
	v.pipe(
		v.picklist(['true', 'false']),
		v.transform((text) => text === 'true'),
	),
]);

/**
 * A staff member is there, or is not. It holds until it is said otherwise: no deployment of a flow
 * changes it. What they have already stays with them.
 * @throws {HandoverError} `STAFF_UNKNOWN`, `SETTINGS_INVALID` when it is not said whether
 */
export async function setAvailability(
	services: Services,
	input: { staffId?: unknown; available?: unknown },
): Promise<Availability> {
	const staffId = parseStaffId(input.staffId);
	const available = v.safeParse(flag, input.available);
	if (!available.success) {
		throw new HandoverError('SETTINGS_INVALID', 'Available must be true or false.');
	}
	const isKnown =
		staffId !== null && (await services.store.setAvailability(staffId, available.output));
	if (!isKnown) {
		throw new HandoverError(
			'STAFF_UNKNOWN',
			'The staff member is not in the roster. Check the staff ID, or add them to the staff list.',
		);
	}
	return { staffId, available: available.output };
}
