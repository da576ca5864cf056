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

export function knownFrom(snapshot: Snapshot, writes: readonly Write[]): Known {
	return new KnownFrom(snapshot, writes);
}

/** Most decisions write no handover, and ask nothing of it. */
class KnownFrom implements Known {
	readonly #snapshot;
	readonly #writes;
	#records: ReadonlySet<ActionRecord> | undefined;

	constructor(snapshot: Snapshot, writes: readonly Write[]) {
		this.#snapshot = snapshot;
		this.#writes = writes;
	}

	get records(): ReadonlySet<ActionRecord> {
		this.#records ??= new Set(this.#handovers.flatMap(({ actions }) => actions));
		return this.#records;
	}

	before({ id }: Handover): Handover | undefined {
		const isOf = (write: Write) => write.type === 'handover' && write.handover.id === id;
		const isWrittenOnce = this.#writes.findIndex(isOf) === this.#writes.findLastIndex(isOf);
		return isWrittenOnce ? this.#handovers.find((one) => one.id === id) : undefined;
	}

	hasRowOf(one: Handover): boolean {
		const before = this.before(one);
		if (before?.endedAt !== one.endedAt || before.runner !== one.runner) return false;
		return isSame(before.staffing, one.staffing);
	}

	get #handovers(): Handover[] {
		const { handover, handoverOfSeq } = this.#snapshot;
		return [handover, handoverOfSeq].filter((one) => one !== undefined);
	}
}
