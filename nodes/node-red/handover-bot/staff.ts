import { MAX_ID_LENGTH } from '../../../handover/conversation/inbound-message';
import { areHours, isTimeZone } from '../../../handover/staff/working-hours';

export interface StaffMember {
	id: string;
	name: string;
	email: string;
	notifyConversationAssigned: boolean;
	notifyTaskAssigned: boolean;
	/** What follows is left out where it is as by default. */
	enabled?: boolean;
	workingHours?: string;
	timeZone?: string;
	capacity?: number;
	weight?: number;
	fallbackContact?: boolean;
}

/** The domain's own limits; a test compares them. */
export const MAX_STAFF = 500;
export const MAX_CAPACITY = 10_000;
export const MAX_WEIGHT = 100;

/** The first thing that is wrong with the list, as a key of the catalogue's `error`, or undefined. */
export function faultOfStaff(staff: readonly StaffMember[]): string | undefined {
	if (staff.length > MAX_STAFF) return 'staffMany';
	if (staff.some(({ name }) => !name.trim())) return 'staffName';
	const ids = staff.map(({ id, name }) => id.trim() || name.trim());
	if (new Set(ids).size < ids.length) return 'staffId';
	return staff.map(faultOf).find(Boolean);
}

const LONGEST_HOURS = 500;

function faultOf(member: StaffMember): string | undefined {
	const { id, name, email, workingHours, timeZone, capacity, weight } = member;
	const isLong = [id, name, email].some((text) => (text ?? '').trim().length > MAX_ID_LENGTH);
	if (isLong || (workingHours ?? '').length > LONGEST_HOURS) return 'staffLength';
	if (!areHours(workingHours ?? '')) return 'staffHours';
	if (!isTimeZone(timeZone ?? '')) return 'staffZone';
	if (!isWhole(capacity ?? 0, 0, MAX_CAPACITY)) return 'staffCapacity';
	return isWhole(weight ?? 1, 1, MAX_WEIGHT) ? undefined : 'staffWeight';
}

function isWhole(number: number, least: number, most: number): boolean {
	return Number.isInteger(number) && number >= least && number <= most;
}
