import type { ConversationRef, Instant } from '../../conversation/conversation';
import { HandoverError } from '../../errors';
import type { BotSettings } from '../../scenarios/scenario';
import type { RosterEntry, StaffMember } from '../../staff/staff-member';
import { toBotSettings, toChannelSettings, toEvent, toJob, toRosterEntry, type Row } from '../rows';
import { knownRecords } from '../known-records';
import { nextSettings } from '../next-settings';
import type {
	ChannelSettings,
	ConversationFile,
	Decision,
	HandoverEvent,
	Job,
	JobsToLease,
	RetentionLimits,
	SettingsToSave,
	Snapshot,
	SnapshotNeed,
	Store,
	Write,
} from '../store';
import type { Connections, Planned } from './connections';
import { readConversationFile } from './conversation-file-reader';
import { toStoreError } from './database-failure';
import { eventQueries, writeQueries, type ConversationRow } from './decision-writer';
import type { EventSignal } from './event-signal';
import { BATCH, LAST_OF_RANGE, PRUNED_BY_CONVERSATION, PRUNED_EVENTS, RANGE } from './pruned';
import type { Session } from './session';
import {
	readSnapshot,
	settingsQuery,
	STAFF_QUERY,
	toSnapshot,
	type SnapshotRows,
} from './snapshot-reader';
import { query, type Query, type Statement, type Value } from './statement';
import * as sql from './store-statements';

/**
 * The store on Postgres, for as many processes on as many hosts as there are. Each conversation has an
 * advisory lock, which everything that changes it takes first, also when it is new; Postgres gives it
 * out in the order of the requests. Locks are taken in one order: conversation, roster, events.
 */
export class PostgresStore implements Store {
	readonly #connections: Connections;
	readonly #signal: EventSignal;

	constructor(connections: Connections, signal: EventSignal) {
		this.#connections = connections;
		this.#signal = signal;
	}

	async change<T>(
		ref: ConversationRef,
		need: SnapshotNeed,
		decide: (snapshot: Snapshot) => Decision<T>,
	): Promise<T> {
		return await this.#write(lockOf(ref), async (session) => {
			const rows = await readSnapshot(session, ref, need, true);
			let snapshot = toSnapshot(rows, need);
			let decision = decide(snapshot);
			if (decision.writes.some(({ type }) => type === 'assigned')) {
				snapshot = toSnapshot(await this.#withRoster(session, rows), need);
				decision = decide(snapshot);
			}
			const { result, writes } = decision;
			return { result, writes: this.#queriesOf(ref, rows, writes, knownRecords(snapshot)) };
		});
	}

	/** Who is next is decided by one at a time: the others see where the rotation is by then. */
	async #withRoster(session: Session, rows: SnapshotRows): Promise<SnapshotRows> {
		const [, staff] = await Promise.all([
			session.run(this.#connections.lock('roster')),
			session.run(STAFF_QUERY),
		]);
		return { ...rows, staff };
	}

	/**
	 * An event's `seq` is given out, and the transaction committed, while nobody else may: otherwise a
	 * lower one could become visible after a higher one, and a reader with a cursor would skip it. All
	 * of it is sent in one go, so that the lock is held for no round trip.
	 */
	#queriesOf(
		ref: ConversationRef,
		rows: SnapshotRows,
		writes: Write[],
		known: ReturnType<typeof knownRecords>,
	): Query[] {
		const queries = writeQueries(ref, rowOf(rows), writes, known);
		const events = writes.flatMap((write) => (write.type === 'event' ? [write.event] : []));
		if (events.length === 0) return queries;
		const lock = this.#connections.lock('events');
		return [...queries, lock, ...eventQueries(ref, events), this.#signal.notification];
	}

	async snapshot(ref: ConversationRef, need: SnapshotNeed): Promise<Snapshot> {
		const rows = await this.#read((session) => readSnapshot(session, ref, need, false));
		return toSnapshot(rows, need);
	}

	async read(ref: ConversationRef): Promise<ConversationFile | undefined> {
		return await this.#read((session) => readConversationFile(session, ref));
	}

	async erase(ref: ConversationRef): Promise<boolean> {
		const { botId, conversationId } = ref;
		return await this.#write(lockOf(ref), async (session) => {
			const [rows, events] = await Promise.all([
				session.count(query(sql.ERASE, botId, conversationId)),
				session.count(query(sql.ERASE_EVENTS, botId, conversationId)),
			]);
			return { result: rows + events > 0, writes: [], hasWritten: true };
		});
	}

	async leaseJobs({ now, leaseBy, leaseFor, kinds, limit }: JobsToLease): Promise<Job[]> {
		const due: Value[] = [now, leaseFor, [...kinds]];
		// Asked every second: a transaction that writes nothing would be one for nothing.
		if ((await this.#rows(query(sql.IS_ANY_JOB_DUE, ...due))).length === 0) return [];
		const values: Value[] = [...due, limit, leaseBy, now + leaseFor];
		const leased = await this.#write(null, async (session) => ({
			result: await session.run(query(sql.LEASE_JOBS, ...values)),
			writes: [],
			hasWritten: true,
		}));
		return leased.map(toJob).sort(byDueTime);
	}

	async findDeadJobs(limit: number): Promise<Job[]> {
		return (await this.#rows(query(sql.DEAD_JOBS, limit))).map(toJob);
	}

	async readBotSettings(botId: string): Promise<BotSettings | undefined> {
		const [row] = await this.#rows(settingsQuery(botId));
		return row && toBotSettings(row);
	}

	async saveBotSettings(wanted: SettingsToSave): Promise<BotSettings> {
		return await this.#write(`settings/${wanted.botId}`, async (session) => {
			const [row] = await session.run(settingsQuery(wanted.botId));
			const last = row && toBotSettings(row);
			const next = nextSettings(last, wanted);
			if (next === last) return { result: next, writes: [] };
			const { botId, version, scenarios, savedBy, savedAt } = next;
			const values = [botId, version, JSON.stringify(scenarios), savedBy, savedAt];
			return { result: next, writes: [query(sql.SAVE_SETTINGS, ...values)] };
		});
	}

	async saveStaff(staff: StaffMember[]): Promise<void> {
		const rows = JSON.stringify(staff.map(staffRow));
		// Nodes save the same staff again and again; assignments need not wait for that.
		if ((await this.#rows(query(sql.NEW_STAFF, rows))).length === 0) return;
		await this.#write('roster', async () => ({
			result: undefined,
			writes: [query(sql.SAVE_STAFF, rows)],
		}));
	}

	async setAvailability(staffId: string, available: boolean): Promise<boolean> {
		return await this.#write('roster', async (session) => ({
			result: (await session.count(query(sql.SET_AVAILABILITY, staffId, available))) > 0,
			writes: [],
			hasWritten: true,
		}));
	}

	async listStaff(): Promise<RosterEntry[]> {
		return (await this.#rows(STAFF_QUERY)).map(toRosterEntry);
	}

	async readEvents(after: number, limit: number): Promise<HandoverEvent[]> {
		return (await this.#rows(query(sql.EVENTS_AFTER, after, limit))).map(toEvent);
	}

	async lastEventSeq(): Promise<number> {
		const [row] = await this.#rows(query(sql.LAST_EVENT));
		return (row?.['seq'] as number | null | undefined) ?? 0;
	}

	onEvents(listener: () => void): () => void {
		return this.#signal.listen(listener);
	}

	async saveChannel({ id, url, secret, savedAt }: ChannelSettings): Promise<void> {
		await this.#write(null, async () => ({
			result: undefined,
			writes: [query(sql.SAVE_CHANNEL, id, url, secret, savedAt)],
		}));
	}

	async readChannel(id: string): Promise<ChannelSettings | undefined> {
		const [row] = await this.#rows(query(sql.READ_CHANNEL, id));
		return row && toChannelSettings(row);
	}

	async readCursor(name: string): Promise<number | undefined> {
		const [row] = await this.#rows(query(sql.READ_CURSOR, name));
		return row?.['seq'] as number | undefined;
	}

	async saveCursor(name: string, seq: number): Promise<void> {
		await this.#write(null, async () => ({
			result: undefined,
			writes: [query(sql.SAVE_CURSOR, name, seq)],
		}));
	}

	async spend(key: string, day: string, most: number): Promise<boolean> {
		if (most < 1) return false;
		return await this.#write(null, async (session) => ({
			result: (await session.count(query(sql.SPEND, key, day, most))) > 0,
			writes: [],
			hasWritten: true,
		}));
	}

	/**
	 * In steps, each a transaction of its own, that pass over what is locked just now: nobody waits for
	 * it, however much there is. A step that fails does not keep the others from being done.
	 */
	async prune(limits: RetentionLimits): Promise<number> {
		const failures: unknown[] = [];
		const attempt = (step: () => Promise<number>) => unlessFails(step, failures);
		let rows = await attempt(() => this.#pruneAll(PRUNED_EVENTS, limits.eventsBefore));
		for (let from = 0, to: number | null; (to = await this.#endOfRange(from)) !== null; from = to) {
			const range = [from, to];
			for (const { step, limit } of PRUNED_BY_CONVERSATION) {
				rows += await attempt(() => this.#pruneAll(step, limits[limit], range));
			}
		}
		await attempt(() =>
			this.#write(null, async () => ({ result: 0, writes: [query(sql.FORGET_RECEIPTS)] })),
		);
		rows += await attempt(() => this.#forget(limits.now));
		if (failures.length > 0) throw failures[0];
		return rows;
	}

	async #endOfRange(from: number): Promise<number | null> {
		const [row] = await this.#rows(query(LAST_OF_RANGE, from, RANGE));
		return row!['last'] as number | null;
	}

	async #pruneAll(step: Statement, before: Instant, range: number[] = []): Promise<number> {
		let rows = 0;
		for (let pruned = BATCH; pruned === BATCH; rows += pruned) {
			pruned = await this.#write(null, async (session) => ({
				result: await session.count(query(step, before, BATCH, ...range)),
				writes: [],
			}));
		}
		return rows;
	}

	/** One by one, each within its lock: somebody may just be writing again. */
	async #forget(now: Instant): Promise<number> {
		let forgotten = 0;
		for (let before = -1; forgotten > before;) {
			before = forgotten;
			for (const row of await this.#rows(query(sql.FORGOTTEN, now, BATCH))) {
				const ref = toRef(row);
				forgotten += await this.#write(lockOf(ref), async (session) => ({
					result: await session.count(query(sql.FORGET, now, ref.botId, ref.conversationId)),
					writes: [],
				}));
			}
		}
		return forgotten;
	}

	async close(): Promise<void> {
		await Promise.all([this.#signal.close(), this.#connections.close()]);
	}

	async #rows(one: Query) {
		return await this.#read((session) => session.run(one));
	}

	async #read<T>(work: (session: Session) => Promise<T>): Promise<T> {
		return await this.#connections.read(work).catch(refuse);
	}

	async #write<T>(
		lock: string | null,
		plan: (session: Session) => Promise<Planned<T>>,
	): Promise<T> {
		return await this.#connections.write(lock, plan).catch(refuse);
	}
}

/** Where there is no server, the other steps would only wait for it again. */
async function unlessFails(step: () => Promise<number>, failures: unknown[]): Promise<number> {
	try {
		return await step();
	} catch (error) {
		if (!(error instanceof HandoverError) || error.code.match(/_(UNAVAILABLE|CLOSED)$/))
			throw error;
		failures.push(error);
		return 0;
	}
}

function refuse(error: unknown): never {
	throw toStoreError(error);
}

/** NUL is in no text that Postgres takes, so the two parts are told apart as JSON does. */
function lockOf({ botId, conversationId }: ConversationRef): string {
	return `conversation/${JSON.stringify([botId, conversationId])}`;
}

function toRef(row: Row): ConversationRef {
	return {
		botId: row['bot_id'] as string,
		conversationId: row['conversation_id'] as string,
	};
}

function rowOf({ conversation }: SnapshotRows): ConversationRow {
	const row = conversation!;
	return {
		id: row['id'] as number,
		isNew: row['bot_id'] === null,
		lastSeq: (row['last_seq'] as number | null) ?? 0,
	};
}

/** The columns beside the profile are those of SQLite, where a version before it reads them. */
function staffRow(one: StaffMember) {
	return {
		id: one.id,
		name: one.name,
		email: one.email,
		notify_conversation_assigned: one.notifyConversationAssigned,
		notify_task_assigned: one.notifyTaskAssigned,
		profile: JSON.stringify(one),
	};
}

/** An UPDATE returns its rows in any order. */
function byDueTime(one: Job, other: Job): number {
	return one.dueAt - other.dueAt || (one.id < other.id ? -1 : 1);
}
