import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Classification, Classifier, Turn } from '../../handover/classifier/classifier';
import { builtInDesk } from '../../handover/desks/built-in-desk';
import { inAppChannel } from '../../handover/notifications/in-app-channel';
import { webhookChannel } from '../../handover/notifications/webhook-channel';
import { Heartbeats } from '../../handover/operations/heartbeats';
import { LeftTurns } from '../../handover/operations/left-turns';
import { OverdueTurns } from '../../handover/operations/overdue-turns';
import { SilentBots } from '../../handover/operations/silent-bots';
import type { Services } from '../../handover/operations/services';
import { openSqliteStore } from '../../handover/stores/sqlite/open-sqlite-store';

export const NOON = Date.parse('2026-11-22T12:00:00Z');

export class SetClock {
	constructor(public at: number = NOON) {}
	now(): number {
		return this.at;
	}
	#elapsed = 0;
	elapsed(): number {
		return this.#elapsed;
	}
	advance(milliseconds: number): void {
		this.at += milliseconds;
		this.#elapsed += milliseconds;
	}
	/** Lets the others run; the time passes only by {@link advance}. */
	async wait(_milliseconds?: number): Promise<void> {
		await new Promise((resolve) => setImmediate(resolve));
	}
}

/** Says what the test told it to; `continue` otherwise. */
export class ScriptedClassifier implements Classifier {
	next: Partial<Classification> = {};
	readonly seen: Turn[] = [];
	async classify(turn: Turn): Promise<Classification> {
		this.seen.push(turn);
		return {
			label: 'continue',
			customScenario: null,
			probability: 0.9,
			evidence: [],
			runnerUp: null,
			attempt: 'unclear',
			classifier: 'scripted/1',
			duration: 0,
			...this.next,
		};
	}
}

export interface TestServices extends Services {
	clock: SetClock;
	classifier: ScriptedClassifier;
	/** Of the file, where the store is one of its own. */
	path: string;
	close(): Promise<void>;
}

/** Real operations on a real SQLite file, or on the store that is given; clock, ids and classifier are the test's. */
export async function openTestServices(given: Partial<Services> = {}): Promise<TestServices> {
	const folder = given.store ? undefined : mkdtempSync(join(tmpdir(), 'handover-'));
	const clock = new SetClock();
	const path = folder ? join(folder, 'store.sqlite') : '';
	const store = given.store ?? (await openSqliteStore({ path }));
	let ids = 0;
	return {
		store,
		clock,
		newId: () => `id-${++ids}`,
		runner: { id: 'here/1/a', isAlive: (id) => id === 'here/1/a' },
		heartbeats: new Heartbeats(clock),
		leftTurns: new LeftTurns(),
		overdueTurns: new OverdueTurns(),
		silentBots: new SilentBots(),
		classifier: new ScriptedClassifier(),
		desk: builtInDesk,
		channels: [inAppChannel, webhookChannel],
		outbox: {
			send: async () => ({ status: 200, retryAfter: null }),
			random: () => 0.5,
			tries: 8,
		},
		path,
		...(given as object),
		async close() {
			await store.close();
			if (folder) rmSync(folder, { recursive: true, force: true });
		},
	};
}
