import type { PlatformName } from '../start/arguments';
import { cpuTime, type CpuTime } from './flow/cpu-time';
import { load } from './flow/load';
import { race, type Races } from './flow/races';
import { startFlows, type FlowsUnderTest } from './flow/start-flows';
import { printTable } from './print-table';
import { quantile } from './quantile';

const DATABASES = { sqlite: 'SQLite', postgres: 'Postgres' } as const;
const CONTENDERS = ['peer', 'passThrough', 'ours'] as const;
type Contender = (typeof CONTENDERS)[number];
const NAMES: Record<Contender, string> = {
	peer: 'stock nodes',
	passThrough: 'pass-through nodes',
	ours: 'Human Handover',
};
/** What passes everything on loses every race. */
const RACERS = ['peer', 'ours'] as const;
const CONTACTS = 20;
/** The flows take turns, so that what else the machine does befalls both. */
const SLICES = 4;
const SLICE_SECONDS: Record<PlatformName, number> = { 'node-red': 3, n8n: 10 };
/** No more at a time than the platform takes at once: a queue in front of it would keep them apart. */
const RACES: Record<PlatformName, { conversations: number; together: number }> = {
	'node-red': { conversations: 100, together: 10 },
	n8n: { conversations: 20, together: 1 },
};

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
		const flows = await startFlows(platform, database as keyof typeof DATABASES);
		try {
			await measure(`${platform}, our store on ${name}`, flows, platform);
		} finally {
			await flows.stop();
		}
	}
}

async function measure(
	title: string,
	flows: FlowsUnderTest,
	platform: PlatformName,
): Promise<void> {
	const seconds = SLICE_SECONDS[platform];
	const measured = { peer: nothing(), passThrough: nothing(), ours: nothing() };
	for (const contender of CONTENDERS) await load(flows[contender].message, CONTACTS, seconds);
	for (let slice = 0; slice < SLICES; slice++) {
		const order = slice % 2 ? CONTENDERS.toReversed() : CONTENDERS;
		for (const contender of order) await addSlice(measured[contender], flows, contender, seconds);
	}
	printLoad(
		`${title}: ${CONTACTS} contacts at a time, ${SLICES} slices of ${seconds} s each`,
		measured,
	);
	const { conversations, together } = RACES[platform];
	const races = {
		peer: await race(flows.peer, conversations, together),
		ours: await race(flows.ours, conversations, together),
	};
	printRaces(`${title}: races, ${conversations} conversations of each kind`, races);
}

const nothing = (): Measured => ({
	latencies: [],
	seconds: 0,
	failed: 0,
	cpu: { platform: 0, servers: 0 },
});

async function addSlice(
	measured: Measured,
	flows: FlowsUnderTest,
	contender: Contender,
	seconds: number,
): Promise<void> {
	const before = cpuTime(flows.group);
	const slice = await load(flows[contender].message, CONTACTS, seconds);
	const after = cpuTime(flows.group);
	measured.latencies.push(...slice.latencies);
	measured.seconds += slice.seconds;
	measured.failed += slice.failed;
	measured.cpu.platform += after.platform - before.platform;
	measured.cpu.servers += after.servers - before.servers;
}

function printLoad(title: string, measured: Record<Contender, Measured>): void {
	const rate = ({ latencies, seconds }: Measured) => latencies.length / seconds;
	const row = (contender: Contender) => {
		const one = measured[contender];
		const perMessage = (cpuSeconds: number) =>
			((cpuSeconds * 1_000) / one.latencies.length).toFixed(2);
		return [
			NAMES[contender],
			rate(one).toFixed(1),
			quantile(one.latencies, 0.5).toFixed(1),
			quantile(one.latencies, 0.99).toFixed(1),
			perMessage(one.cpu.platform),
			perMessage(one.cpu.servers),
			String(one.failed),
			(rate(one) / rate(measured.peer)).toFixed(2),
			(rate(one) / rate(measured.passThrough)).toFixed(2),
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
			'× pass-through',
		],
		CONTENDERS.map(row),
	);
}

function printRaces(title: string, races: Record<(typeof RACERS)[number], Races>): void {
	const row = (contender: (typeof RACERS)[number]) => {
		const one = races[contender];
		return [
			NAMES[contender],
			String(one.answeredTwice),
			String(one.neverAnswered),
			String(one.handedOverTwice),
			String(one.neverHandedOver),
			String(one.answersAfterTakeover),
			String(one.failures.length),
		];
	};
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
		RACERS.map(row),
	);
	for (const contender of RACERS)
		for (const failure of races[contender].failures) console.log(`${NAMES[contender]}: ${failure}`);
}
