import type { OrderStaff } from './order-staff';

/**
 * Whoever was assigned least recently comes first. The rotation lives in the store, so it is fair
 * across restarts and flows; equals (nobody was assigned yet) come in the order of the list.
 */
export const roundRobin: OrderStaff = (staff) =>
	[...staff].sort((one, other) => one.lastAssigned - other.lastAssigned);
