import type { ConversationRef, Instant } from '../../conversation/conversation';
import type { BotSettings } from '../../scenarios/scenario';
import type { RosterEntry, StaffMember } from '../../staff/staff-member';
import { toBotSettings } from '../rows';
import { knownFrom, type Known } from '../known';
import { assertMayAssign } from '../may-assign';
import { nextSettings } from '../next-settings';
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
import type { Connections } from './connections';
import { readConversationFile } from './conversation-file-reader';
import { conversationLock } from './conversation-lock';
import { Cursors } from './cursors';
import { eventQueries, writeQueries, type ConversationRow } from './decision-writer';
import type { EventSignal } from './event-signal';
import { Events } from './events';
import { Jobs } from './jobs';
import type { PulseConnection } from './pulse-connection';
import { Retention } from './retention';
import { Roster, ROSTER_LOCK } from './roster';
import { Runners } from './runners';
import type { Session } from './session';
import {
	isOneStatement,
	readSnapshot,
	rowsOf,
	settingsQuery,
	toSnapshot,
	type SnapshotRows,
} from './snapshot-reader';
import { SnapshotStatements } from './snapshot-statement';
import { Spending } from './spending';
import { query, statement, type Query } from './statement';
import { Transactions } from './transactions';
import { findWatchedTurns } from './watched-turns';

const ERASE = statement('DELETE FROM conversations WHERE bot_id = $1 AND conversation_id = $2');
const ERASE_EVENTS = statement('DELETE FROM events WHERE bot_id = $1 AND conversation_id = $2');
const SAVE_SETTINGS = statement('INSERT INTO bot_settings VALUES ($1, $2, $3, $4, $5)');

/**
 * The store on Postgres, for as many processes on as many hosts as there are. Each conversation has an
 * advisory lock, which everything that changes it takes first, also when it is new; Postgres gives it
 * out in the order of the requests. Locks are taken in one order: conversation, roster, events.
 */
export class PostgresStore implements Store {
	readonly #transactions: Transactions;
	readonly #signal: EventSignal;
	readonly #statements;
	readonly #jobs;
	readonly #roster;
	readonly #events;
	readonly #channels;
	readonly #cursors;
	readonly #runners;
	readonly #spending;
	readonly #retention;

	constructor(connections: Connections, pulse: PulseConnection, signal: EventSignal) {
		this.#transactions = new Transactions(connections);
		this.#signal = signal;
		this.#statements = new SnapshotStatements(connections.schema);
		this.#jobs = new Jobs(this.#transactions);
		this.#roster = new Roster(this.#transactions);
		this.#events = new Events(this.#transactions, signal);
		this.#channels = new Channels(this.#transactions);
		this.#cursors = new Cursors(this.#transactions);
		this.#runners = new Runners(pulse);
		this.#spending = new Spending(this.#transactions);
		this.#retention = new Retention(this.#transactions);
	}

	async change<T>(
		ref: ConversationRef,
		need: SnapshotNeed,
		decide: (snapshot: Snapshot) => Decision<T>,
	): Promise<T> {
		return await this.#transactions.write(conversationLock(ref), async (session) => {
			const rows = await this.#readSnapshot(session, ref, need, true);
			const snapshot = toSnapshot(rows, need);
			const { result, writes } = decide(snapshot);
			assertMayAssign(need, writes);
			return { result, writes: this.#queriesOf(ref, rows, writes, knownFrom(snapshot, writes)) };
		});
	}

	/**
	 * An event's `seq` is given out, and the transaction committed, while nobody else may: otherwise a
	 * lower one could become visible after a higher one, and a reader with a cursor would skip it. All
	 * of it is sent in one go, so that the lock is held for no round trip.
	 */
	#queriesOf(ref: ConversationRef, rows: SnapshotRows, writes: Write[], known: Known): Query[] {
		const queries = writeQueries(ref, rowOf(rows), writes, known);
		const events = writes.flatMap((write) => (write.type === 'event' ? [write.event] : []));
		if (events.length === 0) return queries;
		const lock = this.#transactions.lock('events');
		return [...queries, lock, ...eventQueries(ref, events), this.#signal.notification];
	}

	async snapshot(ref: ConversationRef, need: SnapshotNeed): Promise<Snapshot> {
		const rows = isOneStatement(need)
			? rowsOf(await this.#transactions.look(this.#statementFor(ref, need, false)))
			: await this.#transactions.read((session) => this.#readSnapshot(session, ref, need, false));
		return toSnapshot(rows, need);
	}

	/** Sends all queries at once. `toChange`: within a transaction that holds the conversation's lock. */
	async #readSnapshot(
		session: Session,
		ref: ConversationRef,
		need: SnapshotNeed,
		toChange: boolean,
	): Promise<SnapshotRows> {
		const read = session.run(this.#statementFor(ref, need, toChange));
		const rosterLock = toChange ? this.#transactions.lock(ROSTER_LOCK) : null;
		return await readSnapshot(session, read, ref, need, rosterLock);
	}

	#statementFor({ botId, conversationId }: ConversationRef, need: SnapshotNeed, orId: boolean) {
		return this.#statements.query(botId, conversationId, need, orId);
	}

	async read(ref: ConversationRef): Promise<ConversationFile | undefined> {
		return await this.#transactions.read((session) => readConversationFile(session, ref));
	}

	async erase(ref: ConversationRef): Promise<boolean> {
		const { botId, conversationId } = ref;
		return await this.#transactions.write(conversationLock(ref), async (session) => {
			const [rows, events] = await Promise.all([
				session.count(query(ERASE, botId, conversationId)),
				session.count(query(ERASE_EVENTS, botId, conversationId)),
			]);
			return { result: rows + events > 0, writes: [], hasWritten: true };
		});
	}

	async leaseJobs(wanted: JobsToLease): Promise<Job[]> {
		return await this.#jobs.lease(wanted);
	}

	async findDeadJobs(limit: number): Promise<Job[]> {
		return await this.#jobs.findDead(limit);
	}

	async findWatchedTurns(limit: number): Promise<WatchedTurns[]> {
		return await findWatchedTurns(this.#transactions, limit);
	}

	async readBotSettings(botId: string): Promise<BotSettings | undefined> {
		const [row] = await this.#transactions.read((session) => session.run(settingsQuery(botId)));
		return row && toBotSettings(row);
	}

	async saveBotSettings(wanted: SettingsToSave): Promise<BotSettings> {
		return await this.#transactions.write(`settings/${wanted.botId}`, async (session) => {
			const [row] = await session.run(settingsQuery(wanted.botId));
			const last = row && toBotSettings(row);
			const next = nextSettings(last, wanted);
			if (next === last) return { result: next, writes: [] };
			const { botId, version, scenarios, savedBy, savedAt } = next;
			const values = [botId, version, JSON.stringify(scenarios), savedBy, savedAt];
			return { result: next, writes: [query(SAVE_SETTINGS, ...values)] };
		});
	}

	async saveStaff(staff: StaffMember[]): Promise<void> {
		await this.#roster.save(staff);
	}

	async setAvailability(staffId: string, available: boolean): Promise<boolean> {
		return await this.#roster.setAvailability(staffId, available);
	}

	async listStaff(): Promise<RosterEntry[]> {
		return await this.#roster.list();
	}

	async readEvents(after: number, limit: number): Promise<HandoverEvent[]> {
		return await this.#events.read(after, limit);
	}

	async lastEventSeq(): Promise<number> {
		return await this.#events.lastSeq();
	}

	onEvents(listener: () => void): () => void {
		return this.#events.listen(listener);
	}

	async saveChannel(channel: ChannelSettings): Promise<void> {
		await this.#channels.save(channel);
	}

	async readChannel(id: string): Promise<ChannelSettings | undefined> {
		return await this.#channels.read(id);
	}

	async readCursor(name: string): Promise<Cursor> {
		return await this.#cursors.read(name);
	}

	async saveCursor(name: string, seq: number): Promise<void> {
		await this.#cursors.save(name, seq);
	}

	async leaseCursor(name: string, found: CursorLease, runner: string): Promise<boolean> {
		return await this.#cursors.lease(name, found, runner);
	}

	async releaseCursor(name: string, runner: string): Promise<void> {
		await this.#cursors.release(name, runner);
	}

	async beat(runner: string, at: Instant, isSilent = false): Promise<Beat[]> {
		return await this.#runners.beat(runner, at, isSilent);
	}

	async leave(runner: string): Promise<void> {
		await this.#runners.leave(runner);
	}

	async readClock(): Promise<Instant> {
		return await this.#runners.readClock();
	}

	async spend(key: string, day: string, most: number): Promise<boolean> {
		return await this.#spending.spend(key, day, most);
	}

	async prune(limits: RetentionLimits): Promise<number> {
		return await this.#retention.prune(limits);
	}

	async close(): Promise<void> {
		await Promise.all([this.#events.close(), this.#runners.close(), this.#transactions.close()]);
	}
}

function rowOf({ conversation }: SnapshotRows): ConversationRow {
	return {
		id: conversation['id'] as number,
		isNew: conversation['bot_id'] === null,
		lastSeq: (conversation['last_seq'] as number | null) ?? 0,
	};
}
