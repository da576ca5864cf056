import type { DatabaseSync } from 'node:sqlite';
import type { Conversation, ConversationRef, Instant } from '../../conversation/conversation';
import type { BotSettings } from '../../scenarios/scenario';
import type { RosterEntry, StaffMember } from '../../staff/staff-member';
import type {
	Beat,
	ChannelSettings,
	ConversationFile,
	Cursor,
	CursorLease,
	HandoverEvent,
	Job,
	WatchedTurns,
} from '../records';
import type {
	Decision,
	JobsToLease,
	RetentionLimits,
	SettingsToSave,
	Snapshot,
	SnapshotNeed,
	Store,
	Write,
} from '../store';
import { Channels } from './channels';
import { conversationFileReader } from './conversation-file-reader';
import { knownFrom } from '../known';
import { assertMayAssign } from '../may-assign';
import { nextSettings } from '../next-settings';
import { copyOfConversation } from './copy-of-conversation';
import { Cursors } from './cursors';
import { decisionWriter, type ConversationRow } from './decision-writer';
import { Events } from './events';
import { Jobs } from './jobs';
import { RecentConversations, type RecentConversation } from './recent-conversations';
import { Retention } from './retention';
import { Roster } from './roster';
import { Runners } from './runners';
import { SharedWrites } from './shared-writes';
import { snapshotReader } from './snapshot-reader';
import { Spending } from './spending';
import { Transactions } from './transactions';
import { watchedTurnsFinder } from './watched-turns';

/**
 * The store on Node's own SQLite. `node:sqlite` is synchronous, so a change is within a
 * `BEGIN IMMEDIATE` that nothing in this process can come between, and that other processes wait for.
 */
export class SqliteStore implements Store {
	readonly #transactions: Transactions;
	readonly #shared: SharedWrites;
	readonly #recents: RecentConversations;
	readonly #snapshots;
	readonly #apply;
	readonly #readFile;
	readonly #jobs;
	readonly #findWatchedTurns;
	readonly #roster;
	readonly #events;
	readonly #channels;
	readonly #cursors;
	readonly #runners;
	readonly #spending;
	readonly #retention;

	/** `assertUsable` is asked before each call; it throws when the file is not the store any more. */
	constructor(database: DatabaseSync, assertUsable: () => void) {
		this.#recents = new RecentConversations(database);
		this.#transactions = new Transactions(database, assertUsable, {
			begun: () => this.#recents.mayBeOutdated(),
			undone: () => this.#recents.forgetAll(),
		});
		this.#shared = new SharedWrites(this.#transactions);
		this.#snapshots = snapshotReader(database, this.#recents);
		this.#apply = decisionWriter(database);
		this.#readFile = conversationFileReader(database);
		this.#jobs = new Jobs(this.#transactions);
		this.#findWatchedTurns = watchedTurnsFinder(this.#transactions);
		this.#roster = new Roster(this.#transactions, () => this.#snapshots.staff());
		this.#events = new Events(this.#transactions);
		this.#channels = new Channels(this.#transactions);
		this.#cursors = new Cursors(this.#transactions);
		this.#runners = new Runners(this.#transactions);
		this.#spending = new Spending(this.#transactions);
		this.#retention = new Retention(database, this.#transactions, () => this.#recents.forgetAll());
	}

	async change<T>(
		ref: ConversationRef,
		need: SnapshotNeed,
		decide: (snapshot: Snapshot) => Decision<T>,
	): Promise<T> {
		const { result, hasEvents } = await this.#shared.write(() =>
			this.#changeNow(ref, need, decide),
		);
		if (hasEvents) this.#events.tell();
		return result;
	}

	/** Within the open transaction. What it leaves with the recent ones is forgotten when that is undone. */
	#changeNow<T>(
		ref: ConversationRef,
		need: SnapshotNeed,
		decide: (snapshot: Snapshot) => Decision<T>,
	): { result: T; hasEvents: boolean } {
		const { snapshot, recent: before } = this.#snapshots.read(ref, need);
		const { result, writes } = decide(snapshot);
		if (writes.length === 0) return { result, hasEvents: false };
		assertMayAssign(need, writes);
		const after = this.#applyTo(ref, before, snapshot, writes);
		if (after) this.#recents.remember(ref, after);
		return { result, hasEvents: writes.some(({ type }) => type === 'event') };
	}

	#applyTo(
		ref: ConversationRef,
		before: RecentConversation | undefined,
		snapshot: Snapshot,
		writes: Write[],
	): RecentConversation | undefined {
		const row = before && snapshot.conversation ? rowOf(before, snapshot.conversation) : null;
		const after = this.#apply(ref, row, writes, knownFrom(snapshot, writes));
		if (!after) return undefined;
		const { rowId, lastSeq, keptFrom } = after;
		const conversation =
			before && after.conversation === row?.conversation
				? before.conversation
				: copyOfConversation(after.conversation);
		if (before && !before.lines) {
			return { rowId, lastSeq, conversation, lines: null, areAllLines: false };
		}
		const lines = [...(before?.lines ?? [])];
		let seq = before?.lastSeq ?? 0;
		for (const write of writes) {
			if (write.type === 'message') lines.push({ ...write.message, seq: ++seq });
		}
		const kept = keptFrom === null ? lines : lines.filter((line) => line.seq >= keptFrom);
		const areAllLines = before?.areAllLines ?? true;
		return {
			rowId,
			lastSeq,
			conversation,
			lines: kept,
			areAllLines: areAllLines || kept.length < lines.length,
		};
	}

	async snapshot(ref: ConversationRef, need: SnapshotNeed): Promise<Snapshot> {
		const recent = this.#transactions.inMemory(() => {
			this.#recents.mayBeOutdated();
			return this.#snapshots.isRecent(ref, need)
				? this.#snapshots.read(ref, need).snapshot
				: undefined;
		});
		if (recent) return recent;
		return this.#transactions.read(() => this.#snapshots.read(ref, need).snapshot);
	}

	async read(ref: ConversationRef): Promise<ConversationFile | undefined> {
		return this.#transactions.read(() => this.#readFile(ref));
	}

	async erase(ref: ConversationRef): Promise<boolean> {
		const { botId, conversationId } = ref;
		// What was to be changed before comes before.
		this.#shared.flush();
		const erased = this.#transactions.write(() => {
			const remove = (table: string) =>
				this.#transactions
					.prepare(`DELETE FROM ${table} WHERE bot_id = ? AND conversation_id = ?`)
					.run(botId, conversationId).changes;
			const rows = Number(remove('conversations')) + Number(remove('events'));
			return rows > 0;
		});
		this.#recents.forgetAll();
		if (erased) this.#transactions.emptyLog();
		return erased;
	}

	async leaseJobs(wanted: JobsToLease): Promise<Job[]> {
		return this.#jobs.lease(wanted);
	}

	async findDeadJobs(limit: number): Promise<Job[]> {
		return this.#jobs.findDead(limit);
	}

	async findWatchedTurns(limit: number): Promise<WatchedTurns[]> {
		return this.#findWatchedTurns(limit);
	}

	async readBotSettings(botId: string): Promise<BotSettings | undefined> {
		return this.#transactions.read(() => this.#snapshots.settings(botId));
	}

	async saveBotSettings(wanted: SettingsToSave): Promise<BotSettings> {
		this.#recents.forgetAll();
		const saved = this.#transactions.write(() => {
			const last = this.#snapshots.settings(wanted.botId);
			const next = nextSettings(last, wanted);
			if (next === last) return last;
			const scenarios = JSON.stringify(next.scenarios);
			this.#transactions
				.prepare('INSERT INTO bot_settings VALUES (?, ?, ?, ?, ?)')
				.run(next.botId, next.version, scenarios, next.savedBy, next.savedAt);
			return next;
		});
		this.#recents.forgetAll();
		return saved;
	}

	async saveStaff(staff: StaffMember[]): Promise<void> {
		this.#roster.save(staff);
	}

	async setAvailability(staffId: string, available: boolean): Promise<boolean> {
		return this.#roster.setAvailability(staffId, available);
	}

	async listStaff(): Promise<RosterEntry[]> {
		return this.#roster.list();
	}

	async readEvents(after: number, limit: number): Promise<HandoverEvent[]> {
		return this.#events.read(after, limit);
	}

	async lastEventSeq(): Promise<number> {
		return this.#events.lastSeq();
	}

	onEvents(listener: () => void): () => void {
		return this.#events.listen(listener);
	}

	async saveChannel(channel: ChannelSettings): Promise<void> {
		this.#channels.save(channel);
	}

	async readChannel(id: string): Promise<ChannelSettings | undefined> {
		return this.#channels.read(id);
	}

	async readCursor(name: string): Promise<Cursor> {
		return this.#cursors.read(name);
	}

	async saveCursor(name: string, seq: number): Promise<void> {
		this.#cursors.save(name, seq);
	}

	async leaseCursor(name: string, found: CursorLease, runner: string): Promise<boolean> {
		return this.#cursors.lease(name, found, runner);
	}

	async releaseCursor(name: string, runner: string): Promise<void> {
		this.#cursors.release(name, runner);
	}

	async beat(runner: string, at: Instant, isSilent = false): Promise<Beat[]> {
		return this.#runners.beat(runner, at, isSilent);
	}

	async leave(runner: string): Promise<void> {
		this.#runners.leave(runner);
	}

	async readClock(): Promise<null> {
		return null;
	}

	async spend(key: string, day: string, most: number): Promise<boolean> {
		return this.#spending.spend(key, day, most);
	}

	async prune(limits: RetentionLimits): Promise<number> {
		return await this.#retention.prune(limits);
	}

	async close(): Promise<void> {
		this.#shared.flush();
		this.#events.close();
		this.#transactions.close();
	}
}

function rowOf(
	{ rowId, lastSeq }: RecentConversation,
	conversation: Conversation,
): ConversationRow {
	return { rowId, conversation, lastSeq, keptFrom: null };
}
