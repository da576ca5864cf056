import type { ActionRecord } from '../conversation/handover';
import type { Snapshot } from './store';

/**
 * The action records that are in the store as they are here: a decision makes a changed one anew, and
 * leaves the others as the snapshot showed them. They need not be written again.
 */
export function knownRecords({ handover, handoverOfSeq }: Snapshot): ReadonlySet<ActionRecord> {
	return new Set([handover, handoverOfSeq].flatMap((one) => one?.actions ?? []));
}
