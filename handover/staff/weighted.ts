import type { OrderStaff } from './order-staff';

/**
 * In turn, and those with more weight more often. What counts is for how many assignments somebody
 * has waited, times their weight: all are served when that reaches the same height, so each one's share
 * is in proportion to the weight. It needs no counter, and who is new or comes back gets one at once
 * and then their share, not all that they have missed. With equal weights it is the round robin.
 */
export const weighted: OrderStaff = (staff, latest) => {
	const urgency = ({ lastAssigned, weight }: (typeof staff)[number]) =>
		(latest + 1 - lastAssigned) * weight;
	return [...staff].sort(
		(one, other) => urgency(other) - urgency(one) || other.weight - one.weight,
	);
};
