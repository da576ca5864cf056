import type { Conversation, Instant } from '../conversation/conversation';
import type { Services } from '../operations/services';
import type { Job } from '../stores/records';
import type { Snapshot, SnapshotNeed, Write } from '../stores/store';

/** What a job's handler sees of the store, in the transaction that also takes its writes. */
export interface JobContext {
	job: Job;
	snapshot: Snapshot;
	conversation: Conversation;
	/** Not before anything that the conversation says of itself; for records. */
	at: Instant;
	/** What the clock says; for what lies ahead. */
	now: Instant;
	services: Services;
}

export interface TimerOutcome {
	writes: Write[];
	/** Fire once more, not before this; left out, the timer is done. */
	again?: Instant;
}

/** Something that is decided when its time has come. It fires once, however late, whoever fires it. */
export interface TimerHandler {
	kind: string;
	/** What it looks at beyond the job, the conversation and its open handover. */
	need?: (job: Job) => SnapshotNeed;
	/** Pure: it may be called again with a newer snapshot. */
	fire(context: JobContext): TimerOutcome;
}

/**
 * Something that leaves the store: one call to the outside, made outside of any transaction. A process
 * that dies between the call and its record makes it again, so the receiver must know the job by its id.
 */
export interface DeliveryHandler {
	kind: string;
	/** Nobody needs it any more, as the conversation is now. Pure; asked before each try. */
	isObsolete(job: Job, snapshot: Snapshot): boolean;
	/** @throws {DeliveryError} when it did not arrive, or nobody knows whether it did. */
	deliver(job: Job, services: Services): Promise<void>;
	/** What else is written when it is given up, such as an alert. Pure. */
	giveUp(context: JobContext): Write[];
}
