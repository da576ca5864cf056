import type { RosterEntry } from './staff-member';

/**
 * In which order staff are asked; all who were given are in it. Pure, and does not ask whether they
 * can. `lot` is another one for each handover, and stays the same for all of its life.
 */
export type OrderStaff = (staff: readonly RosterEntry[], lot: string) => RosterEntry[];
