import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeReply } from '../handover/operations/before-reply';
import { classifyTurn } from '../handover/operations/classify-turn';
import { countAttempt } from '../handover/operations/count-attempt';
import { receiveMessage } from '../handover/operations/receive-message';
import { holdServices } from '../nodes/open-services';
import { printTable } from './print-table';

const CONVERSATIONS = 200;
const ROUNDS = 30;
const WARM_UP = 5;
const WARE = [
	'jackets',
	'boots',
	'lamps',
	'bicycles',
	'kettles',
	'tents',
	'desks',
	'guitars',
	'clocks',
];
const QUESTIONS = [
	(ware: string) => `How long does shipping of ${ware} take?`,
	(ware: string) => `What is your return policy for ${ware}?`,
	(ware: string) => `Hi, do you sell ${ware} in other colours?`,
	(ware: string) => `Can I pay for the ${ware} by invoice, please?`,
	(ware: string) => `Thanks! And which ${ware} would you recommend for a beginner?`,
];

/** A conversation that goes on to something else each time: repeating itself would be a complaint. */
function textOf(turn: number): string {
	return QUESTIONS[turn % QUESTIONS.length]!(WARE[turn % WARE.length]!);
}

/**
 * What a message costs in the domain (gate, classify, count) and what its answer costs (the fence),
 * beside the bare transaction that keeps the same rows. Both run in turns in one process, on files
 * with the same settings, so that the ratio holds whatever else the machine does.
 */
export async function benchDomain(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'handover-bench-'));
	const { services, release } = await holdServices(join(folder, 'domain.sqlite'));
	const bare = bareTransaction(join(folder, 'bare.sqlite'));
	const timings: Record<'gate' | 'classify' | 'count' | 'fence' | 'bare', number[]> = {
		gate: [],
		classify: [],
		count: [],
		fence: [],
		bare: [],
	};
	const timed = async <T>(
		name: keyof typeof timings,
		keep: boolean,
		work: () => T | Promise<T>,
	) => {
		const start = process.hrtime.bigint();
		const result = await work();
		if (keep) timings[name].push(Number(process.hrtime.bigint() - start) / 1_000);
		return result;
	};
	for (let round = 0; round < ROUNDS + WARM_UP; round++) {
		const keep = round >= WARM_UP;
		for (let index = 0; index < CONVERSATIONS; index++) {
			const conversationId = `c${index}`;
			const text = textOf(round + index);
			const messageId = `m${round}`;
			const ref = { botId: 'default', conversationId };
			await timed('bare', keep, () => bare.run(index, messageId, text));
			const received = await timed('gate', keep, () =>
				receiveMessage(services, { conversationId, messageId, text }),
			);
			const classified = await timed('classify', keep, () =>
				classifyTurn(services, { ...ref, carried: received.handover, judge: 'contactMessage' }),
			);
			const counted = await timed('count', keep, () =>
				countAttempt(services, { ...ref, carried: classified.handover }),
			);
			await timed('fence', keep, () =>
				beforeReply(services, { ...ref, carried: counted.handover, text: 'Three to five days.' }),
			);
		}
	}
	await release();
	bare.close();
	rmSync(folder, { recursive: true, force: true });

	const message = timings.gate.map(
		(gate, index) => gate + timings.classify[index]! + timings.count[index]!,
	);
	const bareMedian = quantile(timings.bare, 0.5);
	const row = (name: string, values: number[]) => [
		name,
		quantile(values, 0.5).toFixed(1),
		quantile(values, 0.99).toFixed(1),
		(quantile(values, 0.5) / bareMedian).toFixed(2),
	];
	printTable(
		`Domain, SQLite (WAL, synchronous NORMAL), ${timings.gate.length} messages`,
		['step', 'median µs', 'p99 µs', '× bare'],
		[
			row('bare transaction', timings.bare),
			row('gate', timings.gate),
			row('classify', timings.classify),
			row('count', timings.count),
			row('gate + classify + count', message),
			row('fence', timings.fence),
		],
	);
	console.log(
		`Target: gate + classify + count below 150 µs. Seen: ${quantile(message, 0.5).toFixed(1)} µs.`,
	);
}

/** One `BEGIN IMMEDIATE` that looks for a duplicate and keeps a message, as anybody would write it. */
function bareTransaction(path: string) {
	const database = new DatabaseSync(path);
	database.exec(`
		PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
		CREATE TABLE conversations (id INTEGER PRIMARY KEY, updated_at INTEGER) STRICT;
		CREATE TABLE messages (seq INTEGER PRIMARY KEY AUTOINCREMENT, conversation INTEGER, text TEXT, at INTEGER) STRICT;
		CREATE TABLE admissions (conversation INTEGER, message_id TEXT, PRIMARY KEY (conversation, message_id)) STRICT, WITHOUT ROWID;
	`);
	const seen = database.prepare(
		'SELECT 1 FROM admissions WHERE conversation = ? AND message_id = ?',
	);
	const conversation = database.prepare(
		'INSERT INTO conversations VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at',
	);
	const message = database.prepare(
		'INSERT INTO messages (conversation, text, at) VALUES (?, ?, ?)',
	);
	const admission = database.prepare('INSERT INTO admissions VALUES (?, ?)');
	return {
		run(id: number, messageId: string, text: string): void {
			database.exec('BEGIN IMMEDIATE');
			if (!seen.get(id, messageId)) {
				conversation.run(id, Date.now());
				message.run(id, text, Date.now());
				admission.run(id, messageId);
			}
			database.exec('COMMIT');
		},
		close: () => database.close(),
	};
}

function quantile(values: number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN;
}
