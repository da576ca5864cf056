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
	/**
	 * The handover as it stands in the store before it is written; undefined when the snapshot did not
	 * show it, or the decision writes it more than once: the second may take the first one back.
	 */
	before(handover: Handover): Handover | undefined;
	/** Whether the handover's own row says all that it would: most actions change their record alone. */
	hasRowOf(handover: Handover): boolean;
}

export function knownFrom({ handover, handoverOfSeq }: Snapshot, writes: Write[]): Known {
	const handovers = [handover, handoverOfSeq].filter((one) => one !== undefined);
	const before = ({ id }: Handover) => {
		const isOf = (write: Write) => write.type === 'handover' && write.handover.id === id;
		const isWrittenOnce = writes.findIndex(isOf) === writes.findLastIndex(isOf);
		return isWrittenOnce ? handovers.find((one) => one.id === id) : undefined;
	};
	let records: Set<ActionRecord> | undefined;
	return {
		get records() {
			records ??= new Set(handovers.flatMap(({ actions }) => actions));
			return records;
		},
		before,
		hasRowOf(one) {
			const known = before(one);
			return (
				known !== undefined &&
				known.endedAt === one.endedAt &&
				known.runner === one.runner &&
				isSame(known.staffing, one.staffing)
			);
		},
	};
}
