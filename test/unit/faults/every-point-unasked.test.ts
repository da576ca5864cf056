import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DEFAULT_CLOSING_MESSAGE } from '../../../handover/actions/send-closing-message';
import { ACTION_KINDS } from '../../../handover/conversation/handover';
import { runDueJobs } from '../../../handover/jobs/job-runner';
import { saveStaff } from '../../../handover/operations/configure';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { openSqliteStore } from '../../../handover/stores/sqlite/open-sqlite-store';
import { SqliteStore } from '../../../handover/stores/sqlite/sqlite-store';
import type { ConversationFile } from '../../../handover/stores/records';
import { flowToItsEnd, UNTIL_CONFIRMED } from '../../builders/confirmed-flow';
import { Faults, FAULTS, type Fault } from '../../builders/faults';
import { faultyDatabase } from '../../builders/faulty-database';
import { openTestServices, SetClock, type TestServices } from '../../builders/services';

/** A look, as each second; a process counts ten seconds between two at most. */
const LOOK = 10_000;
/** Longer than what comes back takes in all. */
const MOST_LOOKS = 300;
const ref = { botId: 'default', conversationId: 'c' };

const folder = mkdtempSync(join(tmpdir(), 'handover-unasked-'));
const empty = join(folder, 'empty.sqlite');
let cases = 0;
beforeAll(async () => {
	const store = await openSqliteStore({ path: empty });
	await saveStaff(await openTestServices({ store }), [{ name: 'Ana' }]);
	await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
	points: number;
	file: ConversationFile;
	/** What the messenger took, by the line under whose key it came. */
	heard: Map<number, string>;
}

/**
 * One message whose channel sends it again only while it hears no 200, which it does as soon as the Gate has
 * it; from then on, the flow is started by what comes back, and by nothing else.
 */
async function tellOnce(hands: boolean, faults = new Faults()): Promise<Ended> {
	const path = join(folder, `${++cases}.sqlite`);
	copyFileSync(empty, path);
	const clock = new SetClock();
	const heard = new Map<number, string>();
	const opened: DatabaseSync[] = [];
	const isAlive = (id: string) => id !== 'here/first/x' || !faults.isDead;

	async function start(name: string, own: Faults) {
		const raw = new DatabaseSync(path);
		opened.push(raw);
		raw.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON');
		const store = new SqliteStore(faultyDatabase(raw, own), () => undefined);
		let ids = 0;
		const newId = () => `${name}-${++ids}`;
		const services: TestServices = Object.assign(await openTestServices({ store }), {
			...{ clock, newId, runner: { id: `here/${name}/x`, isAlive } },
		});
		return { services, faults: own };
	}
	let process = await start('first', faults);
	/** In whichever process there is; one that has died is started anew. False: it failed. */
	async function attempt(work: (services: TestServices) => Promise<unknown>): Promise<boolean> {
		try {
			await process.faults.untilDeath(work(process.services));
			return true;
		} catch {
			if (process.faults.isDead) process = await start('second', new Faults());
			return false;
		}
	}
	const flow = (services: TestServices, received: Awaited<ReturnType<typeof receiveMessage>>) =>
		flowToItsEnd(services, received, {
			actions: hands ? ACTION_KINDS : [],
			push: async ({ reply, replySeq }) => {
				await process.faults.call(async () => void heard.set(replySeq!, reply!));
			},
		});
	const message = { ...ref, messageId: 'm', text: 'a question' };
	const isAdmitted = async () =>
		await attempt(async (services) => {
			const received = await receiveMessage(services, message, UNTIL_CONFIRMED);
			// The channel hears 200, whatever becomes of the rest.
			await flow(services, received).catch(() => undefined);
		});
	for (let tries = 1; !(await isAdmitted()) && tries < 3; tries++) clock.advance(LOOK);

	let seen = 0;
	const { services: outside } = await start('outside', new Faults());
	const read = async () => (await outside.store.read(ref))!;
	for (let look = 0; look < MOST_LOOKS; look++) {
		clock.advance(LOOK);
		await attempt(async (services) => {
			await services.leftTurns.write(services);
			await runDueJobs(services);
		});
		const events = await outside.store.readEvents(seen, 100);
		seen = events.at(-1)?.seq ?? seen;
		for (const _event of events.filter(({ type }) => type === 'turn.left')) {
			const begunAt = (await read()).conversation.createdAt;
			const carried = { ...ref, begunAt };
			await attempt(
				async (services) =>
					await flow(
						services,
						await receiveMessage(services, { ...message, carried }, UNTIL_CONFIRMED),
					),
			);
		}
		if ((await read()).conversation.openTurns.length === 0) break;
	}
	const file = await read();
	for (const raw of opened) if (raw.isOpen) raw.close();
	return { points: faults.points, file, heard };
}

function faultsOf(hands: boolean, { file, heard }: Ended): string[] {
	const { conversation, handovers, tasks, notifications, transcript, events } = file;
	const said = transcript.filter(({ author }) => author === 'bot');
	const count = (type: string) => events.filter((event) => event.type === type).length;
	const checks: Array<[string, unknown, unknown]> = [
		['open turns', conversation.openTurns, []],
		[
			'what was said',
			said.map(({ text }) => text),
			[hands ? DEFAULT_CLOSING_MESSAGE : 'an answer'],
		],
		['what was heard', [...heard.values()], said.map(({ text }) => text)],
		['owner', conversation.owner, hands ? 'human' : 'bot'],
		['handovers', handovers.length, hands ? 1 : 0],
		['actions', count('action.done'), hands ? 6 : 0],
		['tasks', tasks.length, hands ? 1 : 0],
		['notifications', notifications.length, hands ? 2 : 0],
		['alerts', count('turn.unconfirmed') + count('handover.unowned'), 0],
	];
	return checks
		.filter(([, is, should]) => JSON.stringify(is) !== JSON.stringify(should))
		.map(([what, is, should]) => `${what}: ${JSON.stringify(is)}, not ${JSON.stringify(should)}`);
}

describe.each([
	['an answer', false],
	['a handover', true],
])('%s whose channel sends nothing again', (_what, hands) => {
	test('without a fault everything happens once, and nothing comes back', async () => {
		const ended = await tellOnce(hands);
		expect(faultsOf(hands, ended)).toEqual([]);
		expect(ended.file.events.filter(({ type }) => type === 'turn.left')).toEqual([]);
	});

	test.each<Fault>(FAULTS)(
		'whichever statement or call %s, it comes to its end by itself, once',
		async (fault) => {
			const { points } = await tellOnce(hands);
			expect(points).toBeGreaterThan(10);
			const broken: Record<string, string[]> = {};
			for (let at = 1; at <= points; at++) {
				const faults = faultsOf(hands, await tellOnce(hands, new Faults(at, fault)));
				if (faults.length) broken[`at point ${at}`] = faults;
			}
			expect(broken).toEqual({});
		},
		300_000,
	);
});
