import { built } from './built';
import { printTable } from './print-table';
import { quantile } from './quantile';
import type { BareConnection, BenchDatabase } from './store/bench-database';
import { compare, FIRST, type Timings } from './store/compare';
import { fillStore, STAFF } from './store/fill-store';
import { barePostgres, postgresDatabase } from './store/postgres-database';
import { throughput } from './store/throughput';
import { bareSqlite, sqliteDatabase } from './store/sqlite-database';

const { holdServices } = built<typeof import('../nodes/open-services')>('nodes/open-services');

const SIZES = [1e3, 1e5, 1e6];
const ROUNDS = 600;
const WARM_UP = 2_000;
const PROCESSES = [1, 2, 4];
const SECONDS = 3;

const DATABASES = {
	SQLite: { start: sqliteDatabase, bare: async (path: string) => bareSqlite(path) },
	Postgres: { start: postgresDatabase, bare: barePostgres },
};

export interface StoreBenchOptions {
	/** Conversations in the fullest store. */
	most: number;
}

/** What each operation costs beside the bare transaction that it needs, the fuller the store is. */
export async function benchStore({ most }: StoreBenchOptions): Promise<void> {
	for (const { start, bare } of Object.values(DATABASES)) {
		const database = await start();
		try {
			await benchDatabase(
				database,
				bare,
				SIZES.filter((size) => size <= most),
			);
		} finally {
			await database.dispose();
		}
	}
}

async function benchDatabase(
	database: BenchDatabase,
	openBare: (address: string) => Promise<BareConnection>,
	sizes: number[],
): Promise<void> {
	const { services, release } = await holdServices(database.address);
	await services.store.saveStaff(STAFF);
	await release();
	const bySize = new Map<number, Map<string, Timings>>();
	for (const [index, size] of sizes.entries()) {
		const timings = await measure(database, openBare, sizes[index - 1] ?? 0, size);
		bySize.set(size, timings);
		printRatios(`${database.name}, ${size} conversations`, timings);
	}
	printGrowth(database.name, bySize);
	await printSizes(database);
	await printThroughput(database, sizes.at(-1)!);
}

async function measure(
	database: BenchDatabase,
	openBare: (address: string) => Promise<BareConnection>,
	from: number,
	to: number,
): Promise<Map<string, Timings>> {
	const started = Date.now();
	await database.fill(fillStore(database.name, from, to));
	console.log(`${database.name}: ${to} conversations after ${Date.now() - started} ms`);
	const bare = await openBare(await database.newTwin());
	const { services, release } = await holdServices(database.address);
	try {
		return await compare(database, { services, bare }, to, ROUNDS, WARM_UP);
	} finally {
		await release();
		await bare.close();
	}
}

function printRatios(title: string, timings: Map<string, Timings>): void {
	printTable(
		`${title}, µs`,
		['operation', 'median', 'p99', 'bare median', 'bare p99', '× bare', '× bare p99'],
		[...timings].map(([name, { ours, bare }]) => {
			const [median, p99] = [quantile(ours, 0.5), quantile(ours, 0.99)];
			const [bareMedian, bareP99] = [quantile(bare, 0.5), quantile(bare, 0.99)];
			const ratios = [(median / bareMedian).toFixed(2), (p99 / bareP99).toFixed(2)];
			return [name, ...[median, p99, bareMedian, bareP99].map((one) => one.toFixed(0)), ...ratios];
		}),
	);
}

function printGrowth(title: string, bySize: Map<number, Map<string, Timings>>): void {
	const all = [...bySize.values()];
	const [first, last] = [all[0]!, all.at(-1)!];
	const growth = (name: string, side: keyof Timings, share: number) =>
		quantile(last.get(name)![side], share) / quantile(first.get(name)![side], share);
	printTable(
		`${title}, from ${[...bySize.keys()].join(' to ')} conversations`,
		[
			'operation',
			...[...bySize.keys()].map((size) => `p99 at ${size}`),
			'median grows ×',
			'p99 grows ×',
			"bare's p99 grows ×",
		],
		[...first.keys()].map((name) => [
			name,
			...all.map((timings) => quantile(timings.get(name)!.ours, 0.99).toFixed(0)),
			growth(name, 'ours', 0.5).toFixed(2),
			growth(name, 'ours', 0.99).toFixed(2),
			growth(name, 'bare', 0.99).toFixed(2),
		]),
	);
}

async function printSizes(database: BenchDatabase): Promise<void> {
	const sizes = await database.sizes();
	printTable(
		`${database.name}, bytes with indexes`,
		['table', 'rows', 'bytes', 'bytes/row'],
		sizes.map(({ table, rows, bytes }) => [
			table,
			String(rows),
			String(bytes),
			rows ? (bytes / rows).toFixed(0) : '-',
		]),
	);
}

async function printThroughput(database: BenchDatabase, conversations: number): Promise<void> {
	const common = {
		database: database.name,
		first: FIRST,
		conversations,
		seconds: SECONDS,
		atOnce: 4,
	};
	const twin = await database.newTwin();
	const rows: string[][] = [];
	for (const processes of PROCESSES) {
		const bare = await throughput({ ...common, side: 'bare', address: twin }, processes);
		const ours = await throughput(
			{ ...common, side: 'ours', address: database.address },
			processes,
		);
		rows.push([String(processes), ours.toFixed(0), bare.toFixed(0), (ours / bare).toFixed(2)]);
	}
	printTable(
		`${database.name}, messages/s admitted and answered, ${conversations} conversations`,
		['processes', 'ours', 'bare', '× bare'],
		rows,
	);
}
