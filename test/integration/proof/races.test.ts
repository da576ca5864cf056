import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtInDesk } from '../../../handover/desks/built-in-desk';
import { inAppChannel } from '../../../handover/notifications/in-app-channel';
import { Heartbeats } from '../../../handover/operations/heartbeats';
import { LeftTurns } from '../../../handover/operations/left-turns';
import { OverdueTurns } from '../../../handover/operations/overdue-turns';
import { SilentBots } from '../../../handover/operations/silent-bots';
import type { Services } from '../../../handover/operations/services';
import { openPostgresStore } from '../../../handover/stores/postgres/open-postgres-store';
import { ScriptedClassifier } from '../../builders/services';
import { aMember } from '../../builders/staff';
import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { startPostgres, type PostgresServer } from '../../servers/postgres';
import { isFullProof } from './size';
import { runRace, type Outcome, type Tally } from './race';

const RACES = isFullProof ? 10_000 : 2_000;
const SEED = 20_261_128;
const AT_ONCE = 48;
const HANDLES = 2;

jest.setTimeout(60_000 + RACES * 100);

describeWithPostgres(`${RACES} races on Postgres`, () => {
	let server: PostgresServer;
	let handles: Services[];

	beforeAll(async () => {
		server = await startPostgres();
		const url = await server.newDatabase();
		handles = [];
		for (let handle = 0; handle < HANDLES; handle++) handles.push(await servicesOn(url));
		const { store } = handles[0]!;
		await store.saveStaff(['Ana', 'Ben', 'Chloe'].map((id) => aMember(id)));
	});
	afterAll(async () => {
		await Promise.all((handles ?? []).map(({ store }) => store.close()));
		await server?.dispose();
	});

	test('no answer after a takeover, no handover or action twice, no message lost', async () => {
		const outcomes = await runAll();
		const broken = outcomes.flatMap((outcome, index) =>
			outcome.broken.map((what) => `seed ${SEED + index}: ${what}`),
		);
		const sums = sum(outcomes.map(({ tally }) => tally));
		process.stdout.write(`${RACES} races: ${JSON.stringify(sums)}\n`);
		expect(broken).toEqual([]);
		// Each of the things that could go wrong has had its chances.
		const rare = Object.entries(sums).filter(([, times]) => times < RACES / 50);
		expect(rare).toEqual([]);
	});

	async function runAll(): Promise<Outcome[]> {
		const outcomes: Outcome[] = [];
		let next = 0;
		const lane = async () => {
			while (next < RACES) {
				const index = next++;
				outcomes[index] = await runRace(SEED + index, handles);
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, lane));
		return outcomes;
	}
});

async function servicesOn(url: string): Promise<Services> {
	const clock: Services['clock'] = {
		now: () => Date.now(),
		elapsed: () => performance.now(),
		wait: (milliseconds) => sleep(milliseconds),
	};
	const heartbeats = new Heartbeats(clock);
	// Nobody beats here: as if every look, also a later one, had heard nobody.
	heartbeats.hear([], Infinity);
	return {
		store: await openPostgresStore({ url }, randomUUID),
		clock,
		newId: randomUUID,
		runner: { id: 'never used', isAlive: () => true },
		heartbeats,
		leftTurns: new LeftTurns(),
		overdueTurns: new OverdueTurns(),
		silentBots: new SilentBots(),
		outbox: {
			send: async () => ({ status: 200, retryAfter: null }),
			random: Math.random,
			tries: 8,
		},
		classifier: new ScriptedClassifier(),
		desk: builtInDesk,
		channels: [inAppChannel],
	};
}

function sum(tallies: Tally[]): Tally {
	return tallies.reduce((total, one) => {
		for (const name of Object.keys(one) as Array<keyof Tally>) total[name] += one[name];
		return total;
	});
}
