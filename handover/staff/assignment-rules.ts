import { leastBusy } from './least-busy';
import type { OrderStaff } from './order-staff';
import { roundRobin } from './round-robin';
import { weighted } from './weighted';

export const ASSIGNMENT_RULE_NAMES = ['roundRobin', 'weighted', 'leastBusy'] as const;
export type AssignmentRule = (typeof ASSIGNMENT_RULE_NAMES)[number];

/** A new rule is a file beside this one, a name and a line here. */
export const ASSIGNMENT_RULES: Record<AssignmentRule, OrderStaff> = {
	roundRobin,
	weighted,
	leastBusy,
};
