import type { RosterEntry } from './staff-member';

/**
 * In which order staff are asked; all who were given are in it. Pure, and does not ask whether they
 * can. `latest` is the highest `lastAssigned` of the whole roster.
 */
export type OrderStaff = (staff: readonly RosterEntry[], latest: number) => RosterEntry[];
