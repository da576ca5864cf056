import type { DatabaseSync } from 'node:sqlite';
import type { ConversationRef } from '../../conversation/conversation';
import { HandoverError } from '../../errors';
import type { BotSettings } from '../../scenarios/scenario';
import type { RosterEntry, StaffMember } from '../../staff/staff-member';
import {
	IMPOSSIBLE_LEASE,
	type ChannelSettings,
	type ConversationFile,
	type Decision,
	type HandoverEvent,
	type Job,
	type JobsToLease,
	type RetentionLimits,
	type SettingsToSave,
	type Snapshot,
	type SnapshotNeed,
	type Store,
	type Write,
} from '../store';
import { conversationFileReader } from './conversation-file-reader';
import { copyOf } from './copy-of';
import { decisionWriter, type ConversationRow } from './decision-writer';
import { RecentConversations, type RecentConversation } from './recent-conversations';
import { rollBack } from './roll-back';
import { toChannelSettings, toEvent, toJob } from './rows';
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
	readonly #begin;
	readonly #beginWriting;
	readonly #commit;
	#closed = false;

	/** `assertUsable` is asked before each call; it throws when the file is not the store any more. */
	constructor(database: DatabaseSync, assertUsable: () => void) {
		this.#database = database;
		this.#assertUsable = assertUsable;
		this.#recents = new RecentConversations(database);
		this.#snapshots = snapshotReader(database, this.#recents);
		this.#apply = decisionWriter(database);
		this.#readFile = conversationFileReader(database);
		this.#begin = database.prepare('BEGIN');
		this.#beginWriting = database.prepare('BEGIN IMMEDIATE');
		this.#commit = database.prepare('COMMIT');
	}

	async change<T>(
		ref: ConversationRef,
		need: SnapshotNeed,
		decide: (snapshot: Snapshot) => Decision<T>,
	): Promise<T> {
		const { result, after } = this.#write(() => {
			this.#recents.forgetOutdated();
			const snapshot = this.#snapshots.read(ref, need);
			const before = this.#recents.find(ref);
			const { result, writes } = decide(snapshot);
			if (writes.length === 0) return { result, after: before };
			// Until the commit nobody knows what is in the store.
			this.#recents.forget(ref);
			return { result, after: this.#applyTo(ref, before, writes) };
		});
		if (after) this.#recents.remember(ref, after);
		return result;
	}

	#applyTo(
		ref: ConversationRef,
		before: RecentConversation | undefined,
		writes: Write[],
	): RecentConversation | undefined {
		const row = before ? rowOf(before) : null;
		const after = this.#apply(ref, row, writes);
		if (!after) return undefined;
		const { rowId, lastSeq, keptFrom } = after;
		const conversation =
			after.conversation === before?.conversation
				? before.conversation
				: copyOf(after.conversation);
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
		// What is answered from memory needs no file: that it is gone, the next change will tell.
		const recent = this.#translated(() => {
			this.#recents.forgetOutdated();
			return this.#snapshots.isRecent(ref, need) ? this.#snapshots.read(ref, need) : undefined;
		});
		if (recent) return recent;
		return this.#read(() => {
			// Another process may have written until the transaction began.
			this.#recents.forgetOutdated();
			return this.#snapshots.read(ref, need);
		});
	}

	async read(ref: ConversationRef): Promise<ConversationFile | undefined> {
		return this.#read(() => this.#readFile(ref));
	}

	async erase(ref: ConversationRef): Promise<boolean> {
		const { botId, conversationId } = ref;
		const erased = this.#write(() => {
			const { changes } = this.#database
				.prepare('DELETE FROM conversations WHERE bot_id = ? AND conversation_id = ?')
				.run(botId, conversationId);
			if (changes === 0) return false;
			this.#database
				.prepare('DELETE FROM events WHERE bot_id = ? AND conversation_id = ?')
				.run(botId, conversationId);
			return true;
		});
		this.#recents.forgetAll();
		if (erased) this.#emptyLog();
		return erased;
	}

	async leaseJobs({ now, leaseBy, leaseFor, kinds, limit }: JobsToLease): Promise<Job[]> {
		const due = `dead = 0 AND due_at <= ?1 AND kind IN (SELECT value FROM json_each(?3))
			AND (leased_until IS NULL OR leased_until <= ?1 OR leased_until > ?1 + ?2 * ${IMPOSSIBLE_LEASE})`;
		const wanted = JSON.stringify(kinds);
		const isAnyDue = this.#read(() =>
			this.#database.prepare(`SELECT 1 FROM jobs WHERE ${due} LIMIT 1`).get(now, leaseFor, wanted),
		);
		// Asked every second: a writer's lock for nothing would hold the messages up.
		if (!isAnyDue) return [];
		return this.#write(() => {
			const ids = this.#database
				.prepare(`SELECT id FROM jobs WHERE ${due} ORDER BY due_at, id LIMIT ?4`)
				.all(now, leaseFor, wanted, limit);
			const lease = this.#database.prepare(
				'UPDATE jobs SET leased_by = ?, leased_until = ? WHERE id = ?',
			);
			const leased = this.#database.prepare(`${SELECT_JOBS} WHERE jobs.id = ?`);
			return ids.map(({ id }) => {
				lease.run(leaseBy, now + leaseFor, id as string);
				return toJob(leased.get(id as string)!);
			});
		});
	}

	async findDeadJobs(limit: number): Promise<Job[]> {
		return this.#read(() =>
			this.#database
				.prepare(`${SELECT_JOBS} WHERE dead = 1 ORDER BY jobs.created_at, jobs.id LIMIT ?`)
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
		const scenarios = JSON.stringify(wanted.scenarios);
		this.#recents.forgetAll();
		const saved = this.#write(() => {
			const last = this.#snapshots.settings(wanted.botId);
			if (last && JSON.stringify(last.scenarios) === scenarios) return last;
			if (last && last.savedBy !== wanted.savedBy && !wanted.replace) throw conflict(last);
			const next: BotSettings = {
				botId: wanted.botId,
				version: (last?.version ?? 0) + 1,
				scenarios: wanted.scenarios,
				savedBy: wanted.savedBy,
				savedAt: wanted.savedAt,
			};
			this.#database
				.prepare('INSERT INTO bot_settings VALUES (?, ?, ?, ?, ?)')
				.run(next.botId, next.version, scenarios, next.savedBy, next.savedAt);
			return next;
		});
		this.#recents.forgetAll();
		return saved;
	}

	async saveStaff(staff: StaffMember[]): Promise<void> {
		this.#write(() => {
			const upsert = this.#database.prepare(`
				INSERT INTO staff (id, name, email, notify_conversation_assigned, notify_task_assigned, profile)
				VALUES (?, ?, ?, ?, ?, ?)
				ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email,
					notify_conversation_assigned = excluded.notify_conversation_assigned,
					notify_task_assigned = excluded.notify_task_assigned, profile = excluded.profile`);
			for (const one of staff) {
				const flags = [one.notifyConversationAssigned, one.notifyTaskAssigned].map(Number);
				upsert.run(one.id, one.name, one.email, ...flags, JSON.stringify(one));
			}
		});
	}

	async listStaff(): Promise<RosterEntry[]> {
		return this.#read(() => this.#snapshots.staff());
	}

	async readEvents(after: number, limit: number): Promise<HandoverEvent[]> {
		return this.#read(() =>
			this.#database
				.prepare('SELECT * FROM events WHERE seq > ? ORDER BY seq LIMIT ?')
				.all(after, limit)
				.map(toEvent),
		);
	}

	async lastEventSeq(): Promise<number> {
		return this.#read(() => {
			const row = this.#database.prepare('SELECT MAX(seq) AS seq FROM events').get();
			return Number(row?.['seq'] ?? 0);
		});
	}

	async saveChannel({ id, url, secret, savedAt }: ChannelSettings): Promise<void> {
		this.#write(() => {
			this.#database
				.prepare(
					`INSERT INTO channels (id, url, secret, saved_at) VALUES (?, ?, ?, ?)
					ON CONFLICT (id) DO UPDATE SET
						url = excluded.url, secret = excluded.secret, saved_at = excluded.saved_at`,
				)
				.run(id, url, secret, savedAt);
		});
	}

	async readChannel(id: string): Promise<ChannelSettings | undefined> {
		return this.#read(() => {
			const row = this.#database.prepare('SELECT * FROM channels WHERE id = ?').get(id);
			return row && toChannelSettings(row);
		});
	}

	async readCursor(name: string): Promise<number | undefined> {
		return this.#read(() => {
			const row = this.#database.prepare('SELECT seq FROM cursors WHERE name = ?').get(name);
			return row && Number(row['seq']);
		});
	}

	async saveCursor(name: string, seq: number): Promise<void> {
		this.#write(() => {
			this.#database
				.prepare(
					`INSERT INTO cursors VALUES (?, ?)
					ON CONFLICT (name) DO UPDATE SET seq = MAX(seq, excluded.seq)`,
				)
				.run(name, seq);
		});
	}

	async spend(key: string, day: string, most: number): Promise<boolean> {
		if (most < 1) return false;
		return this.#write(() => {
			const { changes } = this.#database
				.prepare(
					`INSERT INTO spending VALUES (?1, ?2, 1)
					ON CONFLICT (key) DO UPDATE SET
						spent = CASE WHEN excluded.day > day THEN 1 ELSE spent + 1 END,
						day = MAX(day, excluded.day)
					WHERE excluded.day > day OR spent < ?3`,
				)
				.run(key, day, most);
			return changes > 0;
		});
	}

	async prune({ now, admissionsBefore, eventsBefore }: RetentionLimits): Promise<number> {
		const pruned: Array<[string, number]> = [
			[
				`DELETE FROM messages WHERE at < ? - (
					SELECT keep_for FROM conversations WHERE id = messages.conversation)`,
				now,
			],
			[
				`DELETE FROM tasks WHERE created_at < ? - (
					SELECT keep_for FROM conversations WHERE id = tasks.conversation)`,
				now,
			],
			[
				`DELETE FROM jobs WHERE dead = 1 AND MAX(created_at, due_at) < ? - (
					SELECT keep_for FROM conversations WHERE id = jobs.conversation)`,
				now,
			],
			[
				`UPDATE handovers SET evidence = '[]' WHERE evidence <> '[]' AND started_at < ? - (
					SELECT keep_for FROM conversations WHERE id = handovers.conversation)`,
				now,
			],
			['DELETE FROM admissions WHERE at < ?', admissionsBefore],
			['DELETE FROM events WHERE at < ?', eventsBefore],
		];
		this.#recents.forgetAll();
		return this.#write(() =>
			pruned.reduce(
				(rows, [sql, before]) => rows + Number(this.#database.prepare(sql).run(before).changes),
				0,
			),
		);
	}

	async close(): Promise<void> {
		if (this.#closed) return;
		this.#closed = true;
		this.#database.close();
	}

	/**
	 * What was erased is still in the write-ahead log until it is folded into the file. Where somebody
	 * reads just now, the log is emptied by a later checkpoint: nobody is kept waiting for it.
	 */
	#emptyLog(): void {
		this.#guard(() => {
			const { timeout } = this.#database.prepare('PRAGMA busy_timeout').get() as {
				timeout: number;
			};
			this.#database.exec('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)');
			this.#database.exec(`PRAGMA busy_timeout = ${timeout}`);
		});
	}

	#write<T>(work: () => T): T {
		return this.#guard(() => {
			try {
				this.#beginWriting.run();
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
			try {
				this.#begin.run();
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
		return this.#translated(() => {
			this.#assertUsable();
			return work();
		});
	}

	#translated<T>(work: () => T): T {
		if (this.#closed) {
			throw new HandoverError('STORE_CLOSED', 'The store was closed, as on a redeploy. Try again.');
		}
		try {
			return work();
		} catch (error) {
			throw toStoreError(error);
		}
	}
}

function rowOf({ rowId, conversation, lastSeq }: RecentConversation): ConversationRow {
	return { rowId, conversation, lastSeq, keptFrom: null };
}

function conflict(last: BotSettings): HandoverError {
	return new HandoverError(
		'SETTINGS_CONFLICT',
		`Another flow (${last.savedBy}) has saved different scenarios for this bot (version ${last.version}). Give this flow a bot ID of its own, use the saved settings, or switch on "Replace Settings".`,
	);
}
