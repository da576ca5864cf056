import type { Conversation, ConversationRef, Instant, Message } from '../conversation/conversation';
import type { Handover } from '../conversation/handover';
import type { BotSettings, Scenario } from '../scenarios/scenario';
import type { RosterEntry, StaffMember } from '../staff/staff-member';
import type {
	Admission,
	Beat,
	ChannelSettings,
	ConversationFile,
	Cursor,
	CursorLease,
	HandoverEvent,
	Job,
	NewEvent,
	NewJob,
	NewMessage,
	Notification,
	Task,
	TaskToCreate,
	WatchedTurns,
} from './records';

/**
 * Where conversations are kept. Implementations: `sqlite/`, `postgres/`. All of them run
 * `test/contract/store-contract.ts`, which is the specification.
 *
 * A change is decided by a pure function over a snapshot and committed as a whole: the function sees
 * a state that nobody else changes until its writes are in, or it is called again with a newer one.
 * So it must be synchronous and free of side effects. This keeps every rule in one place for all
 * databases, and leaves each its own way to be atomic (SQLite: one `BEGIN IMMEDIATE`; a server: locks
 * on the rows it read, or writes that are conditional on their versions, the roster's included).
 *
 * Every method throws {@link HandoverError} with a `STORE_*` code when the database does not do it;
 * then nothing of the call is in the store.
 */
export interface Store {
	change<T>(
		ref: ConversationRef,
		need: SnapshotNeed,
		decide: (snapshot: Snapshot) => Decision<T>,
	): Promise<T>;

	/** The same view without a change: nobody waits for it, and it holds nobody up. */
	snapshot(ref: ConversationRef, need: SnapshotNeed): Promise<Snapshot>;

	/** Everything about one conversation, or undefined when it is not known. */
	read(ref: ConversationRef): Promise<ConversationFile | undefined>;

	/**
	 * Removes the conversation and all it left behind: its events too, which stay when it is forgotten.
	 * False: there was nothing.
	 */
	erase(ref: ConversationRef): Promise<boolean>;

	/**
	 * Takes up to `limit` jobs that are due at `now` for `leaseBy`, who has them alone for `leaseFor`
	 * milliseconds; then somebody else may take them. What was taken is settled by a `job` write of a
	 * change whose snapshot still shows the job with this lease. A lease that ends much later than any
	 * that begins now ({@link IMPOSSIBLE_LEASE}) counts as over, so that a clock which was set back holds
	 * nothing up for long, and one that is a little ahead keeps its lease.
	 */
	leaseJobs(wanted: JobsToLease): Promise<Job[]>;

	/** Jobs that were given up, oldest first. */
	findDeadJobs(limit: number): Promise<Job[]>;

	/**
	 * Conversations with open turns that are watched, and those turns; first whose time is over first.
	 * Asked every second, so it must cost nothing where there are none.
	 */
	findWatchedTurns(limit: number): Promise<WatchedTurns[]>;

	/** The bot's saved settings, or undefined before the first save. */
	readBotSettings(botId: string): Promise<BotSettings | undefined>;

	/**
	 * Saves the next version when `scenarios` differ from the last one, else returns that one.
	 * @throws {HandoverError} `SETTINGS_CONFLICT` when another flow saved different ones, unless
	 * `replace` is set.
	 */
	saveBotSettings(settings: SettingsToSave): Promise<BotSettings>;

	/**
	 * Adds members to the roster or updates them; never removes one, for tasks may name them. Whether
	 * they are there just now stays as it is: that is not the flow's to say.
	 */
	saveStaff(staff: StaffMember[]): Promise<void>;
	/** Says whether the member is there just now. False: nobody has this id. */
	setAvailability(staffId: string, available: boolean): Promise<boolean>;
	listStaff(): Promise<RosterEntry[]>;

	/** Events after `seq`, oldest first. */
	readEvents(after: number, limit: number): Promise<HandoverEvent[]>;
	/** The newest event's `seq`, 0 when there is none. */
	lastEventSeq(): Promise<number>;
	/**
	 * Tells that events were written, by whom of all who share the store: sometimes for nothing, and now
	 * and then not at all, so a reader also looks by itself. Returns what ends it; it must not throw.
	 */
	onEvents(listener: () => void): () => void;

	/** Saves how a channel reaches staff, in the place of what was saved under its id. */
	saveChannel(channel: ChannelSettings): Promise<void>;
	readChannel(id: string): Promise<ChannelSettings | undefined>;

	/** How far the named reader of events has come, and who reads. */
	readCursor(name: string): Promise<Cursor>;
	/** Never moves a cursor back. */
	saveCursor(name: string, seq: number): Promise<void>;
	/**
	 * Gives the reading under this name to `runner`, or shows that it still has it: a new sign. False:
	 * the lease is not as it was `found` any more, because somebody else has it now.
	 */
	leaseCursor(name: string, found: CursorLease, runner: string): Promise<boolean>;
	/** Lets others read under this name, where `runner` has it. */
	releaseCursor(name: string, runner: string): Promise<void>;

	/**
	 * Shows that the runner is there, and tells what all others have shown. One that `isSilent` only
	 * does the latter, where a beat could be written as well: to the others, its number stands still.
	 */
	beat(runner: string, at: Instant, isSilent?: boolean): Promise<Beat[]>;
	/** The runner is there no more, until it beats again. */
	leave(runner: string): Promise<void>;

	/** What the clock of the database's server says; null where it is this machine's. */
	readClock(): Promise<Instant | null>;

	/**
	 * Takes one from what may be spent under this key on this day (`YYYY-MM-DD`), whoever else does so
	 * just now. False: `most` are spent. What comes for a day that is over counts for the latest one.
	 */
	spend(key: string, day: string, most: number): Promise<boolean>;

	/**
	 * Removes what is past its time: whatever quotes the contact (lines, tasks, evidence, jobs that were
	 * given up) by the conversation's own, and then the conversation itself, if no human has it. What is
	 * still to be done stays. Returns the number of rows, those of runners not counted.
	 */
	prune(limits: RetentionLimits): Promise<number>;

	/** Waits for what is under way. Every later call throws `STORE_CLOSED`; closing twice is fine. */
	close(): Promise<void>;
}

/** What the decision looks at beyond the conversation and its open handover. */
export interface SnapshotNeed {
	/** Look up whether this message was admitted before. */
	messageId?: string | null;
	/** Look up the handover that this turn called for, open or not. */
	handoverOfSeq?: number | null;
	/** The latest lines, oldest first; none when left out. */
	transcript?: number;
	/** Look up the bot's lines that answer this turn. */
	repliesTo?: number;
	/**
	 * `toAssign`: nobody else changes the roster, or where the rotation is, until the writes are in.
	 * Whoever may write `assigned` has to say so beforehand.
	 */
	staff?: boolean | 'toAssign';
	settings?: boolean;
	jobId?: string | null;
	taskId?: string | null;
	openTasks?: boolean;
}

export interface Snapshot {
	conversation: Conversation | undefined;
	/** The open one. */
	handover: Handover | undefined;
	/** By `need.handoverOfSeq`. */
	handoverOfSeq: Handover | undefined;
	/** By `need.messageId`. */
	admission: Admission | undefined;
	transcript: Message[];
	/** By `need.repliesTo`, oldest first. */
	replies: Message[];
	staff: RosterEntry[];
	settings: BotSettings | undefined;
	/** By `need.jobId`. */
	job: Job | undefined;
	/** By `need.taskId`. */
	task: Task | undefined;
	/** By `need.openTasks`; of all the conversation's handovers, oldest first. */
	openTasks: Task[];
	/** The `seq` that the first message of this decision will get, the next one +1, and so on. */
	nextMessageSeq: number;
}

export interface Decision<T> {
	result: T;
	/** Applied in order, all or none. */
	writes: Write[];
}

export type Write =
	/** Inserts or replaces the conversation's row. */
	| { type: 'conversation'; conversation: Conversation }
	| { type: 'message'; message: NewMessage }
	| { type: 'admission'; admission: Admission }
	/** Marks the message as answered, or as never to be answered. */
	| { type: 'settle'; messageId: string }
	/** Inserts or replaces the handover with its action records. */
	| { type: 'handover'; handover: Handover }
	/** A new one, which is open. */
	| { type: 'task'; task: TaskToCreate }
	/** Gives the handover's open tasks an assignee, or takes it from them. */
	| { type: 'taskAssignee'; handoverId: string; staffId: string | null }
	/** Says that the open task was done, when, and by whom; one that was done already stays as it is. */
	| { type: 'taskDone'; taskId: string; at: Instant; staffId: string | null }
	| { type: 'notification'; notification: Notification }
	/** Moves a member to the end of the rotation. Needs `staff: 'toAssign'`. */
	| { type: 'assigned'; staffId: string }
	/** Inserts the job, or replaces the one with its id; nobody has its lease then. */
	| { type: 'job'; job: NewJob }
	/** Removes the job, where there is one: it is done, or not to be done any more. */
	| { type: 'removeJob'; jobId: string }
	| { type: 'event'; event: NewEvent }
	/** Removes the conversation's lines beyond the latest `keep`, and those that are too old. */
	| { type: 'trimTranscript'; keep: number; olderThan: Instant };

/** A lease that ends after so many times its length was given by a clock that was wrong. */
export const IMPOSSIBLE_LEASE = 10;

export interface JobsToLease {
	now: Instant;
	leaseBy: string;
	/** Milliseconds. */
	leaseFor: number;
	/** Only these, so that an older worker leaves alone what it does not know. */
	kinds: readonly string[];
	limit: number;
}

export interface SettingsToSave {
	botId: string;
	scenarios: Scenario[];
	savedBy: string;
	savedAt: Instant;
	replace: boolean;
}

/** Milliseconds: for longer, nobody asks whether a runner is still there. */
export const RUNNER_KEPT_FOR = 3_600_000;

export interface RetentionLimits {
	now: Instant;
	admissionsBefore: Instant;
	eventsBefore: Instant;
}
