import type { OrderStaff } from './order-staff';
import { roundRobin } from './round-robin';

/** Whoever has the fewest conversations comes first; equals take turns. */
export const leastBusy: OrderStaff = (staff, lot) =>
	roundRobin(staff, lot).sort((one, other) => one.openConversations - other.openConversations);
