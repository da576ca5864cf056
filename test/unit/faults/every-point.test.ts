import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DEFAULT_CLOSING_MESSAGE } from '../../../handover/actions/send-closing-message';
import { ACTION_KINDS } from '../../../handover/conversation/handover';
import { runDueJobs } from '../../../handover/jobs/job-runner';
import type { Send } from '../../../handover/jobs/send';
import { saveStaff } from '../../../handover/operations/configure';
import { openSqliteStore } from '../../../handover/stores/sqlite/open-sqlite-store';
import { SqliteStore } from '../../../handover/stores/sqlite/sqlite-store';
import type { ConversationFile } from '../../../handover/stores/store';
import { faultyDatabase, Faults, FAULTS, faultySend, type Fault } from '../../builders/faults';
import { openTestServices, SetClock, type TestServices } from '../../builders/services';
import { carryOut, MESSAGES, ref } from '../../builders/whole-handover';

const MINUTE = 60_000;
const NOBODY: Fault = 'fails';

const folder = mkdtempSync(join(tmpdir(), 'handover-every-point-'));
const empty = join(folder, 'empty.sqlite');
let path: string;
let cases = 0;
beforeAll(async () => {
	const store = await openSqliteStore({ path: empty });
	await saveStaff(await openTestServices({ store }), [{ name: 'Ana' }, { name: 'Ben' }]);
	await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
	points: number;
	file: ConversationFile;
	/** What the contact got to read. */
	replies: string[];
	/** Of each call that reached the receiver. */
	received: string[];
}

/** From the first message to the delivered webhook, through whatever goes wrong at the given point. */
async function handOver(at: number, fault: Fault): Promise<Ended> {
	// A case that fails leaves its file open.
	path = join(folder, `${++cases}.sqlite`);
	copyFileSync(empty, path);
	const faults = new Faults(at, fault);
	const clock = new SetClock();
	const received: string[] = [];
	const replies: string[] = [];
	const send: Send = async ({ headers }) => {
		received.push(headers['webhook-id']!);
		return { status: 200, retryAfter: null };
	};
	let process = await startProcess('first', faults, clock, faultySend(send, faults));

	/** Again and again, as a channel delivers and a worker looks, until it comes to an end. */
	async function insist<T>(work: (services: TestServices) => Promise<T>): Promise<T> {
		for (let tries = 1; ; tries++) {
			try {
				return await work(process);
			} catch (error) {
				if (tries === 3) throw error;
				// Longer than a lease, and than anybody waits for a process that gives no sign.
				clock.advance(11 * MINUTE);
				if (faults.isDead)
					process = await startProcess('second', new Faults(-1, NOBODY), clock, send);
			}
		}
	}

	for (const message of MESSAGES) {
		const reply = await insist((services) => carryOut(services, message));
		if (reply !== null) replies.push(reply);
	}
	for (let round = 0; round < 3; round++) {
		await insist(runDueJobs);
		clock.advance(60 * MINUTE);
	}
	const file = (await insist(({ store }) => store.read(ref)))!;
	await process.close();
	return { points: faults.points, file, replies, received };
}

async function startProcess(name: string, faults: Faults, clock: SetClock, send: Send) {
	const raw = new DatabaseSync(path);
	raw.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON');
	const store = new SqliteStore(faultyDatabase(raw, faults), () => undefined);
	const runner = { id: `here/${name}/x`, isAlive: (id: string) => id === `here/${name}/x` };
	let ids = 0;
	return Object.assign(await openTestServices({ store, runner }), {
		clock,
		newId: () => `${name}-${++ids}`,
		outbox: { send, random: () => 0.5, tries: 8 },
	});
}

/** What must be true afterwards, whatever went wrong. */
function faultsOf({ file, replies, received }: Ended): string[] {
	const { conversation, handovers, tasks, notifications, jobs, transcript, events } = file;
	const count = (type: string) => events.filter((event) => event.type === type).length;
	const ofChannel = (name: string) => notifications.filter(({ channel }) => channel === name);
	const texts = (author: string) =>
		transcript.filter((line) => line.author === author).map(({ text }) => text);
	const checks: Array<[string, unknown, unknown]> = [
		['owner', conversation.owner, 'human'],
		['assignee', conversation.assignee, 'Ana'],
		['paused', conversation.pause !== null, true],
		['tags', conversation.tags, ['human_handover']],
		['handovers', handovers.length, 1],
		['scenario', handovers[0]?.scenario, 'failedToResolveIssue'],
		['actions', handovers[0]?.actions.map(({ status }) => status), Array(6).fill('done')],
		['requests', count('handover.requested'), 1],
		['actions reported', count('action.done'), ACTION_KINDS.length],
		['failures reported', count('action.failed'), 0],
		['assignments', count('conversation.assigned'), 1],
		['failed attempts', count('attempt.failed'), 2],
		['tasks', tasks.map(({ assignee }) => assignee), ['Ana']],
		['notifications', ofChannel('inApp').length, 2],
		['webhooks', ofChannel('webhook').length, 2],
		['what the contact wrote', texts('contact'), MESSAGES.map(({ text }) => text)],
		['what the bot said', texts('bot'), ['About m1.', 'About m2.', DEFAULT_CLOSING_MESSAGE]],
		['what the contact read', replies, texts('bot')],
		['received', new Set(received).size, 2],
		['counted', count('delivery.done'), 2],
		['given up', count('delivery.dead'), 0],
		['timers', jobs.map(({ kind }) => kind).sort(), ['endPause', 'taskDue']],
	];
	return checks
		.filter(([, is, should]) => JSON.stringify(is) !== JSON.stringify(should))
		.map(([what, is, should]) => `${what}: ${JSON.stringify(is)}, not ${JSON.stringify(should)}`);
}

test('without a fault everything happens once, and the contact reads every answer', async () => {
	const ended = await handOver(-1, NOBODY);
	expect(faultsOf(ended)).toEqual([]);
	expect(ended.replies).toEqual(['About m1.', 'About m2.', DEFAULT_CLOSING_MESSAGE]);
	expect(ended.received).toHaveLength(2);
	// Each statement of the store and each call to the outside.
	expect(ended.points).toBeGreaterThan(150);
});

test.each([...FAULTS, 'happens twice'] as const)(
	'whichever statement or call %s, a retry completes the handover, once',
	async (fault) => {
		const { points } = await handOver(-1, NOBODY);
		const broken: Record<string, string[]> = {};
		for (let at = 1; at <= points; at++) {
			const ended = await handOver(at, fault);
			const faults = faultsOf(ended);
			if (faults.length) broken[`at point ${at}`] = faults;
		}
		expect(broken).toEqual({});
	},
	300_000,
);
