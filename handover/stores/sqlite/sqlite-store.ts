import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ConversationRef, Instant } from '../../conversation/conversation';
import { HUMAN_IDLE_AFTER } from '../../conversation/transition';
import { HandoverError } from '../../errors';
import type { BotSettings } from '../../scenarios/scenario';
import type { RosterEntry, StaffMember } from '../../staff/staff-member';
import type {
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
import { conversationFileReader } from './conversation-file-reader';
import { knownRecords } from '../known-records';
import { nextSettings } from '../next-settings';
import { copyOf } from './copy-of';
import { decisionWriter } from './decision-writer';
import { conversationPruner, pruneEvents, PRUNED_AT_ONCE } from './prune';
import { RecentConversations, type RecentConversation } from './recent-conversations';
import { rollBack } from './roll-back';
import { toEvent, toJob } from '../rows';
import { SELECT_JOBS, snapshotReader } from './snapshot-reader';
import { toStoreError } from './sqlite-error';

/**
 * The store on Node's own SQLite. `node:sqlite` is synchronous, so a change is one `BEGIN IMMEDIATE`
 * that nothing in this process can come between, and that other processes wait for.
 */
export class SqliteStore implements Store {
	readonly #database: DatabaseSync;
	readonly #assertUsable: () => void;
	readonly #recents;
	readonly #snapshots;
	readonly #apply;
	readonly #readFile;
	readonly #pruneConversations;
	readonly #begin;
	readonly #beginWriting;
	readonly #commit;
	readonly #prepared = new Map<string, StatementSync>();
	readonly #listeners = new Set<() => void>();
	#closed = false;

	/** `assertUsable` is asked before each call; it throws when the file is not the store any more. */
	constructor(database: DatabaseSync, assertUsable: () => void) {
		this.#database = database;
		this.#assertUsable = assertUsable;
		this.#recents = new RecentConversations(database);
		this.#snapshots = snapshotReader(database, this.#recents);
		this.#apply = decisionWriter(database);
		this.#readFile = conversationFileReader(database);
		this.#pruneConversations = conversationPruner(database);
		this.#begin = database.prepare('BEGIN');
		this.#beginWriting = database.prepare('BEGIN IMMEDIATE');
		this.#commit = database.prepare('COMMIT');
	}

	async change<T>(
		ref: ConversationRef,
		need: SnapshotNeed,
		decide: (snapshot: Snapshot) => Decision<T>,
	): Promise<T> {
		const { result, after, hasEvents } = this.#write(() => {
			this.#recents.forgetOutdated();
			const snapshot = this.#snapshots.read(ref, need);
			const before = this.#recents.find(ref);
			const { result, writes } = decide(snapshot);
			if (writes.length === 0) return { result, after: before, hasEvents: false };
			// Until the commit nobody knows what is in the store.
			this.#recents.forget(ref);
			const hasEvents = writes.some(({ type }) => type === 'event');
			return {
				result,
				after: this.#applyTo(ref, before, writes, knownRecords(snapshot)),
				hasEvents,
			};
		});
		if (after) this.#recents.remember(ref, after);
		if (hasEvents) for (const listener of this.#listeners) listener();
		return result;
	}

	#applyTo(
		ref: ConversationRef,
		before: RecentConversation | undefined,
		writes: Write[],
		known: ReturnType<typeof knownRecords>,
	): RecentConversation | undefined {
		const row = before ? { rowId: before.rowId, lastSeq: before.lastSeq, trimmed: false } : null;
		const after = this.#apply(ref, row, writes, known);
		const written = writes.findLast((write) => write.type === 'conversation')?.conversation;
		const conversation = copyOf(written) ?? before?.conversation;
		if (!after || !conversation) return undefined;
		const { rowId, lastSeq, trimmed } = after;
		if (trimmed || (before && !before.lines)) {
			return { rowId, lastSeq, conversation, lines: null, areAllLines: false };
		}
		let seq = before?.lastSeq ?? 0;
		const added = writes.flatMap((write) =>
			write.type === 'message' ? [{ ...write.message, seq: ++seq }] : [],
		);
		const lines = [...(before?.lines ?? []), ...added];
		return { rowId, lastSeq, conversation, lines, areAllLines: before?.areAllLines ?? true };
	}

	async snapshot(ref: ConversationRef, need: SnapshotNeed): Promise<Snapshot> {
		return this.#guard(() => {
			this.#recents.forgetOutdated();
			if (this.#snapshots.isRecent(ref, need)) return this.#snapshots.read(ref, need);
			return this.#read(() => {
				// Another process may have written until the transaction began.
				this.#recents.forgetOutdated();
				return this.#snapshots.read(ref, need);
			});
		});
	}

	async read(ref: ConversationRef): Promise<ConversationFile | undefined> {
		return this.#read(() => this.#readFile(ref));
	}

	async erase(ref: ConversationRef): Promise<boolean> {
		const { botId, conversationId } = ref;
		const erased = this.#write(() => {
			const { changes } = this.#prepare(
				'DELETE FROM conversations WHERE bot_id = ? AND conversation_id = ?',
			).run(botId, conversationId);
			if (changes === 0) return false;
			this.#prepare('DELETE FROM events WHERE bot_id = ? AND conversation_id = ?').run(
				botId,
				conversationId,
			);
			return true;
		});
		this.#recents.forgetAll();
		if (erased) this.#emptyLog();
		return erased;
	}

	async findDuePauses(at: Instant, limit: number): Promise<ConversationRef[]> {
		return this.#read(() =>
			this.#prepare(
				`SELECT bot_id, conversation_id FROM conversations
					WHERE pause_until <= ?1 AND (owner <> 'human' OR last_human_reply_at IS NULL
						OR last_human_reply_at + ?2 <= ?1)
					ORDER BY pause_until LIMIT ?3`,
			)
				.all(at, HUMAN_IDLE_AFTER, limit)
				.map((row) => ({
					botId: row['bot_id'] as string,
					conversationId: row['conversation_id'] as string,
				})),
		);
	}

	async leaseJobs({ now, leaseBy, leaseFor, limit }: JobsToLease): Promise<Job[]> {
		const due = `dead = 0 AND due_at <= ?1
			AND (leased_until IS NULL OR leased_until <= ?1 OR leased_until > ?1 + ?2)`;
		const isAnyDue = this.#read(() =>
			this.#prepare(`SELECT 1 FROM jobs WHERE ${due} LIMIT 1`).get(now, leaseFor),
		);
		// Asked every second: a writer's lock for nothing would hold the messages up.
		if (!isAnyDue) return [];
		return this.#write(() => {
			const ids = this.#prepare(
				`SELECT id FROM jobs WHERE ${due} ORDER BY due_at, id LIMIT ?3`,
			).all(now, leaseFor, limit);
			const lease = this.#prepare('UPDATE jobs SET leased_by = ?, leased_until = ? WHERE id = ?');
			const leased = this.#prepare(`${SELECT_JOBS} WHERE jobs.id = ?`);
			return ids.map(({ id }) => {
				lease.run(leaseBy, now + leaseFor, id as string);
				return toJob(leased.get(id as string)!);
			});
		});
	}

	async findDeadJobs(limit: number): Promise<Job[]> {
		return this.#read(() =>
			this.#prepare(`${SELECT_JOBS} WHERE dead = 1 ORDER BY jobs.created_at, jobs.id LIMIT ?`)
				.all(limit)
				.map(toJob),
		);
	}

	async readBotSettings(botId: string): Promise<BotSettings | undefined> {
		return this.#read(() => {
			this.#recents.forgetOutdated();
			return this.#snapshots.settings(botId);
		});
	}

	async saveBotSettings(wanted: SettingsToSave): Promise<BotSettings> {
		this.#recents.forgetAll();
		const saved = this.#write(() => {
			const last = this.#snapshots.settings(wanted.botId);
			const next = nextSettings(last, wanted);
			if (next === last) return last;
			const scenarios = JSON.stringify(next.scenarios);
			this.#prepare('INSERT INTO bot_settings VALUES (?, ?, ?, ?, ?)').run(
				next.botId,
				next.version,
				scenarios,
				next.savedBy,
				next.savedAt,
			);
			return next;
		});
		this.#recents.forgetAll();
		return saved;
	}

	async saveStaff(staff: StaffMember[]): Promise<void> {
		this.#write(() => {
			const upsert = this.#prepare(`
				INSERT INTO staff (id, profile) VALUES (?, ?)
				ON CONFLICT (id) DO UPDATE SET profile = excluded.profile`);
			for (const one of staff) upsert.run(one.id, JSON.stringify(one));
		});
	}

	async listStaff(): Promise<RosterEntry[]> {
		return this.#read(() => this.#snapshots.staff());
	}

	async readEvents(after: number, limit: number): Promise<HandoverEvent[]> {
		return this.#read(() =>
			this.#prepare('SELECT * FROM events WHERE seq > ? ORDER BY seq LIMIT ?')
				.all(after, limit)
				.map(toEvent),
		);
	}

	async lastEventSeq(): Promise<number> {
		return this.#read(() => {
			const row = this.#prepare('SELECT MAX(seq) AS seq FROM events').get();
			return Number(row?.['seq'] ?? 0);
		});
	}

	/** Within this process; another one's are seen with the next look. */
	onEvents(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => void this.#listeners.delete(listener);
	}

	async readCursor(name: string): Promise<number | undefined> {
		return this.#read(() => {
			const row = this.#prepare('SELECT seq FROM cursors WHERE name = ?').get(name);
			return row && Number(row['seq']);
		});
	}

	async saveCursor(name: string, seq: number): Promise<void> {
		this.#write(() => {
			this.#prepare(
				`INSERT INTO cursors VALUES (?, ?)
					ON CONFLICT (name) DO UPDATE SET seq = MAX(seq, excluded.seq)`,
			).run(name, seq);
		});
	}

	async spend(key: string, day: string, most: number): Promise<boolean> {
		if (most < 1) return false;
		return this.#write(() => {
			const { changes } = this.#prepare(
				`INSERT INTO spending VALUES (?1, ?2, 1)
					ON CONFLICT (key) DO UPDATE SET
						spent = CASE WHEN excluded.day > day THEN 1 ELSE spent + 1 END,
						day = MAX(day, excluded.day)
					WHERE excluded.day > day OR spent < ?3`,
			).run(key, day, most);
			return changes > 0;
		});
	}

	/** In steps, each a transaction of its own: nobody waits for all of it, however much there is. */
	async prune(limits: RetentionLimits): Promise<number> {
		let pruned = this.#write(() => pruneEvents(this.#database, limits.eventsBefore));
		const [{ last }] = this.#read(() =>
			this.#prepare('SELECT COALESCE(MAX(id), 0) AS last FROM conversations').all(),
		) as [{ last: number }];
		for (let from = 1; from <= last; from += PRUNED_AT_ONCE) {
			const rows = this.#write(() =>
				this.#pruneConversations(limits, from, from + PRUNED_AT_ONCE - 1),
			);
			if (rows > 0) this.#recents.forgetAll();
			pruned += rows;
			await nextTurn();
		}
		return pruned;
	}

	async close(): Promise<void> {
		if (this.#closed) return;
		this.#closed = true;
		this.#listeners.clear();
		this.#database.close();
	}

	/** Once for each statement: to parse one costs more than to run it. */
	#prepare(sql: string): StatementSync {
		const known = this.#prepared.get(sql);
		if (known) return known;
		const statement = this.#database.prepare(sql);
		this.#prepared.set(sql, statement);
		return statement;
	}

	/**
	 * What was erased is still in the write-ahead log until it is folded into the file. Where somebody
	 * reads just now, the log is emptied by a later checkpoint: nobody is kept waiting for it.
	 */
	#emptyLog(): void {
		this.#guard(() => {
			const { timeout } = this.#prepare('PRAGMA busy_timeout').get() as {
				timeout: number;
			};
			this.#database.exec('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)');
			this.#database.exec(`PRAGMA busy_timeout = ${timeout}`);
		});
	}

	#write<T>(work: () => T): T {
		return this.#guard(() => {
			this.#beginWriting.run();
			try {
				const result = work();
				this.#commit.run();
				return result;
			} catch (error) {
				rollBack(this.#database);
				throw error;
			}
		});
	}

	#read<T>(work: () => T): T {
		return this.#guard(() => {
			this.#begin.run();
			try {
				const result = work();
				this.#commit.run();
				return result;
			} catch (error) {
				rollBack(this.#database);
				throw error;
			}
		});
	}

	#guard<T>(work: () => T): T {
		if (this.#closed) {
			throw new HandoverError('STORE_CLOSED', 'The store was closed, as on a redeploy. Try again.');
		}
		try {
			this.#assertUsable();
			return work();
		} catch (error) {
			throw toStoreError(error);
		}
	}
}

async function nextTurn(): Promise<void> {
	await new Promise((resolve) => setImmediate(resolve));
}
