import type { PlatformName } from '../start/arguments';
import { CONTENDERS, isRaced, type Contender } from './flow/contenders';
import { cpuTime, type CpuTime } from './flow/cpu-time';
import { afterCrash, promiseHumans, type Crash } from './flow/crash';
import { load } from './flow/load';
import { race, type Races } from './flow/races';
import { startFlows, type FlowsUnderTest } from './flow/start-flows';
import { printTable } from './print-table';
import { quantile } from './quantile';

const DATABASES = { sqlite: 'SQLite', postgres: 'Postgres' } as const;
const CONTACTS = 20;
/** The flows take turns, so that what else the machine does befalls both. */
const SLICES = 4;
const SLICE_SECONDS: Record<PlatformName, number> = { 'node-red': 3, n8n: 10 };
/** No more at a time than the platform takes at once: a queue in front of it would keep them apart. */
const RACES: Record<PlatformName, { conversations: number; together: number }> = {
	'node-red': { conversations: 100, together: 10 },
	n8n: { conversations: 20, together: 1 },
};
/** Handed over just before the platform is killed. */
const PROMISES: Record<PlatformName, number> = { 'node-red': 100, n8n: 10 };

interface Measured {
	latencies: number[];
	seconds: number;
	failed: number;
	cpu: CpuTime;
}

/**
 * The reference flow beside what a builder would wire from stock nodes to do the same, and beside itself
 * with nodes that only pass on in place of ours.
 */
export async function benchFlow(platform: PlatformName): Promise<void> {
	for (const [database, name] of Object.entries(DATABASES)) {
		const underTest = await startFlows(platform, database as keyof typeof DATABASES);
		try {
			await measure(`${platform}, our store on ${name}`, underTest, platform);
		} finally {
			await underTest.stop();
		}
	}
}

async function measure(
	title: string,
	underTest: FlowsUnderTest,
	platform: PlatformName,
): Promise<void> {
	const { flows } = underTest;
	const seconds = SLICE_SECONDS[platform];
	const contenders = [...flows.keys()];
	const measured = new Map(contenders.map((contender) => [contender, nothing()]));
	for (const { message } of flows.values()) await load(message, CONTACTS, seconds);
	for (let slice = 0; slice < SLICES; slice++) {
		const order = slice % 2 ? contenders.toReversed() : contenders;
		for (const contender of order)
			await addSlice(measured.get(contender)!, underTest, contender, seconds);
	}
	printLoad(
		`${title}: ${CONTACTS} contacts at a time, ${SLICES} slices of ${seconds} s each`,
		measured,
	);
	const racers = contenders.filter(isRaced);
	const { conversations, together } = RACES[platform];
	const races = new Map<Contender, Races>();
	for (const racer of racers)
		races.set(racer, await race(flows.get(racer)!, conversations, together));
	printRaces(`${title}: races, ${conversations} conversations of each kind`, races);
	printCrashes(
		`${title}: kill -9 after ${PROMISES[platform]} handovers`,
		await crashes(underTest, racers, PROMISES[platform]),
	);
}

/** A crash for each, for what is written down late may be written while another one is asked. */
async function crashes(
	{ flows, crash }: FlowsUnderTest,
	racers: readonly Contender[],
	promises: number,
): Promise<Map<Contender, Crash>> {
	const crashed = new Map<Contender, Crash>();
	for (const racer of racers) {
		const at = flows.get(racer)!;
		const promised = await promiseHumans(at, promises);
		await crash();
		crashed.set(racer, await afterCrash(at, promised));
	}
	return crashed;
}

const nothing = (): Measured => ({
	latencies: [],
	seconds: 0,
	failed: 0,
	cpu: { platform: 0, servers: 0 },
});

async function addSlice(
	measured: Measured,
	{ flows, group }: FlowsUnderTest,
	contender: Contender,
	seconds: number,
): Promise<void> {
	const before = cpuTime(group());
	const slice = await load(flows.get(contender)!.message, CONTACTS, seconds);
	const after = cpuTime(group());
	measured.latencies.push(...slice.latencies);
	measured.seconds += slice.seconds;
	measured.failed += slice.failed;
	measured.cpu.platform += after.platform - before.platform;
	measured.cpu.servers += after.servers - before.servers;
}

function printLoad(title: string, measured: ReadonlyMap<Contender, Measured>): void {
	const rate = ({ latencies, seconds }: Measured) => latencies.length / seconds;
	const times = (one: Measured, other: Contender) =>
		measured.has(other) ? (rate(one) / rate(measured.get(other)!)).toFixed(2) : '';
	const row = ([contender, one]: [Contender, Measured]) => {
		const perMessage = (cpuSeconds: number) =>
			((cpuSeconds * 1_000) / one.latencies.length).toFixed(2);
		return [
			CONTENDERS[contender],
			rate(one).toFixed(1),
			quantile(one.latencies, 0.5).toFixed(1),
			quantile(one.latencies, 0.99).toFixed(1),
			perMessage(one.cpu.platform),
			perMessage(one.cpu.servers),
			String(one.failed),
			times(one, 'peer'),
			times(one, 'peerOnDisk'),
			times(one, 'passThrough'),
		];
	};
	printTable(
		title,
		[
			'flow',
			'messages/s',
			'p50 ms',
			'p99 ms',
			'CPU ms/message',
			'of servers',
			'failed',
			'× stock',
			'× on disk',
			'× pass-through',
		],
		[...measured].map(row),
	);
}

function printRaces(title: string, races: ReadonlyMap<Contender, Races>): void {
	printTable(
		title,
		[
			'flow',
			'answered twice',
			'never',
			'handed over twice',
			'never',
			'bot after takeover',
			'failed',
		],
		[...races].map(([contender, one]) => [
			CONTENDERS[contender],
			String(one.answeredTwice),
			String(one.neverAnswered),
			String(one.handedOverTwice),
			String(one.neverHandedOver),
			String(one.answersAfterTakeover),
			String(one.failures.length),
		]),
	);
	for (const [contender, { failures }] of races)
		for (const failure of failures) console.log(`${CONTENDERS[contender]}: ${failure}`);
}

function printCrashes(title: string, crashes: ReadonlyMap<Contender, Crash>): void {
	printTable(
		title,
		['flow', 'bot answers again', 'tasks lost'],
		[...crashes].map(([contender, { botAnswers, tasksLost }]) => [
			CONTENDERS[contender],
			String(botAnswers),
			String(tasksLost),
		]),
	);
}
