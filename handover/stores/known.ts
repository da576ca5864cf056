import type { ActionRecord, Handover } from '../conversation/handover';
import { isSame } from './is-same';
import type { Snapshot, Write } from './store';

/** What is in the store as a decision has it, and so need not be written again. */
export interface Known {
	/**
	 * A decision makes a changed record anew, and leaves the others as the snapshot showed them: they are
	 * told apart by identity.
	 */
	records: ReadonlySet<ActionRecord>;
	/** Whether the handover's own row says all that it would: most actions change their record alone. */
	hasRowOf(handover: Handover): boolean;
}

export function knownFrom({ handover, handoverOfSeq }: Snapshot, writes: Write[]): Known {
	const handovers = [handover, handoverOfSeq].filter((one) => one !== undefined);
	const isWrittenOnce = (id: string) =>
		writes.filter((write) => write.type === 'handover' && write.handover.id === id).length === 1;
	return {
		records: new Set(handovers.flatMap(({ actions }) => actions)),
		hasRowOf({ id, endedAt, runner, staffing }) {
			const before = handovers.find((one) => one.id === id);
			if (before?.endedAt !== endedAt || before.runner !== runner) return false;
			// Of two writes the second may take the first one back.
			return isSame(before.staffing, staffing) && isWrittenOnce(id);
		},
	};
}
