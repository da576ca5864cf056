import type { OrderStaff } from './order-staff';
import { roundRobin } from './round-robin';

/** Whoever has the fewest conversations comes first; equals take turns. */
export const leastBusy: OrderStaff = (staff) =>
	roundRobin(staff, 0).sort((one, other) => one.openConversations - other.openConversations);
