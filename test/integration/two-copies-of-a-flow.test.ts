import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgresStore } from '../../handover/stores/postgres/open-postgres-store';
import { openSqliteStore } from '../../handover/stores/sqlite/open-sqlite-store';
import type { Store } from '../../handover/stores/store';
import {
	getConversation,
	sendMessage,
	type MessageAnswer,
} from '../../start/reference-flow-client';
import { describeWithPostgres } from '../servers/describe-with-postgres';
import { startPostgres, type PostgresServer } from '../servers/postgres';
import { listenForEvents, type EventListener } from './event-listener';
import { observedFlow } from './flows/observed-flow';
import { SLOWLY } from './flows/operations';
import { startWithFlow } from './flows/with-flow';
import { until } from './until';
import { BOOT_PATIENCE, type TestPlatform } from './with-platform';

jest.setTimeout(3 * 60_000);

const READER = 'node-red:trigger';
const ASKS = 'Can I talk to a human?';
const SLOW = `How ${SLOWLY} do you ship?`;
/** Seconds: no sooner than a process may be silent, and no later than promised, on a busy machine. */
const BY_BEATS = { from: 20, to: 50 };
/** On the same host it is seen at once. */
const BY_PID = { from: 0, to: 15 };

/** Both run the same flow with a Handover Trigger, on the same store. */
class Copies {
	readonly #hosts = ['host-a', 'host-b'];
	all: TestPlatform[] = [];

	constructor(
		readonly store: Store,
		readonly listener: EventListener,
	) {}

	async start(store: string, areApart: boolean): Promise<void> {
		const flow = observedFlow('node-red', this.listener.url);
		const preload = join(__dirname, 'on-a-host-of-its-own.js');
		this.all = await Promise.all(
			this.#hosts.map((host) => {
				const env = { TEST_HOST: host, NODE_OPTIONS: `--require ${preload}` };
				return startWithFlow('node-red', flow, { store, ...(areApart && { env }) });
			}),
		);
		await until('one of them reads events', async () => (await this.readingPid()) !== null);
	}

	/** The one that reads events, and the other one. */
	async byRole(): Promise<{ reader: TestPlatform; other: TestPlatform }> {
		const pid = await this.readingPid();
		const reader = this.all.find(({ running }) => running.pid === pid)!;
		return { reader, other: this.all.find((one) => one !== reader)! };
	}

	/** Of the process that reads events; null: none does. */
	async readingPid(): Promise<number | null> {
		const heldBy = (await this.store.readCursor(READER)).heldBy;
		return heldBy ? Number(heldBy.split('/')[1]) : null;
	}

	/** Each event was told, and none more than once. */
	async expectToldOnce(conversationIds: string[]): Promise<void> {
		for (const conversationId of conversationIds) {
			const file = await this.store.read({ botId: 'default', conversationId });
			const expected = file!.events.map(({ seq }) => seq);
			expect(expected.length).toBeGreaterThan(5);
			const told = () => this.listener.of(conversationId).map(({ seq }) => seq);
			await until('all events are told', () => new Set(told()).size >= expected.length);
			expect(told().sort((a, b) => a - b)).toEqual(expected);
		}
	}

	/** Milliseconds between an event and its arrival, at most. */
	latest(conversationId?: string): number {
		const { events } = this.listener;
		const own = events.filter(
			(event) => !conversationId || event.conversationId === conversationId,
		);
		return Math.max(...own.map(({ delay }) => delay));
	}

	async dispose(): Promise<void> {
		await Promise.all(this.all.map((copy) => copy.dispose()));
		await this.store.close();
		await this.listener.close();
	}
}

const api = (copy: TestPlatform) => copy.running.apiUrl;
const say = async (copy: TestPlatform, conversationId: string, text = ASKS) =>
	await sendMessage(api(copy), { conversationId, messageId: `${conversationId}-1`, text });

/** As a channel does that gets no answer; how many seconds that took. */
async function insist(copy: TestPlatform, conversationId: string, longest: number) {
	const began = performance.now();
	const seconds = () => (performance.now() - began) / 1_000;
	for (;;) {
		const answer: MessageAnswer = await say(copy, conversationId, SLOW);
		if (!answer.duplicate) return { answer, seconds: seconds() };
		if (seconds() > longest) throw new Error('It was not answered in time');
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
}

/** Begins a turn that takes its time, and waits until the copy is in the middle of it. */
async function beginSlowly(copy: TestPlatform, conversationId: string) {
	const answer = say(copy, conversationId, SLOW).catch(() => 'cut off' as const);
	await until('it is admitted', async () => {
		return (await getConversation(api(copy), conversationId)).status === 200;
	});
	return { answer };
}

const spoken = async (store: Store, conversationId: string) => {
	const { transcript } = (await store.read({ botId: 'default', conversationId }))!;
	return transcript.map(({ author }) => author);
};

function bothCopies(copies: () => Copies, { from, to }: { from: number; to: number }): void {
	test('each event is delivered by one of them', async () => {
		const ids = Array.from({ length: 6 }, (_, index) => `once-${index}`);
		await Promise.all(ids.map((id, index) => say(copies().all[index % 2]!, id)));
		await copies().expectToldOnce(ids);
		process.stdout.write(`an event arrives within ${copies().latest()} ms\n`);
	});

	test(
		'when the one that reads is stopped, the other one reads on within seconds',
		async () => {
			const { reader, other } = await copies().byRole();
			await reader.running.stop();
			// It has said so, and nobody had to notice.
			expect(await copies().readingPid()).not.toBe(reader.running.pid);
			await say(other, 'stopped');
			await copies().expectToldOnce(['stopped']);
			const latest = copies().latest('stopped');
			process.stdout.write(`after a stop the last event arrives after ${latest} ms\n`);
			expect(latest).toBeLessThan(5_000);
			await reader.restart('kill');
		},
		BOOT_PATIENCE,
	);

	test(
		'when it is killed in the middle of a turn, the other one answers the message, and reads on',
		async () => {
			const { reader, other } = await copies().byRole();
			const { answer: cutOff } = await beginSlowly(reader, 'killed');
			await reader.running.kill();
			expect(await cutOff).toBe('cut off');
			await say(other, 'meanwhile');
			const { answer, seconds } = await insist(other, 'killed', to);
			process.stdout.write(`a killed copy's message is answered after ${seconds} s\n`);
			expect(answer.reply).toEqual(expect.any(String));
			expect(seconds).toBeGreaterThan(from);
			expect(await spoken(copies().store, 'killed')).toEqual(['contact', 'bot']);
			await copies().expectToldOnce(['meanwhile']);
			await reader.restart('kill');
		},
		BOOT_PATIENCE,
	);
}

describeWithPostgres('two copies of Node-RED on two hosts and one Postgres', () => {
	let server: PostgresServer;
	let copies: Copies;
	beforeAll(async () => {
		server = await startPostgres();
		const url = await server.newDatabase();
		copies = new Copies(await openPostgresStore({ url }, randomUUID), await listenForEvents());
		await copies.start(url, true);
	}, BOOT_PATIENCE);
	afterAll(async () => {
		await copies?.dispose();
		await server?.dispose();
	}, 60_000);

	bothCopies(() => copies, BY_BEATS);

	test('one that hangs, and is taken for dead, says nothing when it goes on', async () => {
		const { reader, other } = await copies.byRole();
		const { answer: late } = await beginSlowly(reader, 'hung');
		process.kill(reader.running.pid, 'SIGSTOP');
		const { answer } = await insist(other, 'hung', BY_BEATS.to).finally(() =>
			process.kill(reader.running.pid, 'SIGCONT'),
		);
		expect(answer.reply).toEqual(expect.any(String));
		expect(await late).toMatchObject({ reply: null });
		expect(await spoken(copies.store, 'hung')).toEqual(['contact', 'bot']);
	});
});

describe('two copies of Node-RED on one SQLite file', () => {
	const folder = mkdtempSync(join(tmpdir(), 'handover-copies-'));
	let copies: Copies;
	beforeAll(async () => {
		const path = join(folder, 'handover.sqlite');
		copies = new Copies(await openSqliteStore({ path }), await listenForEvents());
		await copies.start(`sqlite:${path}`, false);
	}, BOOT_PATIENCE);
	afterAll(async () => {
		await copies?.dispose();
		rmSync(folder, { recursive: true, force: true });
	}, 60_000);

	bothCopies(() => copies, BY_PID);
});
