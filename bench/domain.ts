import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built } from './built';
import { printTable } from './print-table';
import { quantile } from './quantile';

const { beforeReply } = built<typeof import('../handover/operations/before-reply')>(
	'handover/operations/before-reply',
);
const { classifyTurn } = built<typeof import('../handover/operations/classify-turn')>(
	'handover/operations/classify-turn',
);
const { countAttempt } = built<typeof import('../handover/operations/count-attempt')>(
	'handover/operations/count-attempt',
);
const { receiveMessage } = built<typeof import('../handover/operations/receive-message')>(
	'handover/operations/receive-message',
);
const { holdServices } = built<typeof import('../nodes/open-services')>('nodes/open-services');

const CONVERSATIONS = 200;
const ROUNDS = 30;
const WARM_UP = 5;
/** A conversation that goes on to something else each time: repeating itself would be a complaint. */
const TEXTS = [
	'Hi there!',
	'How long does shipping take?',
	'Which payment methods do you accept?',
	'My parcel arrived damaged, what now?',
	'Where can I download the invoice of March?',
	'Is there a student discount?',
	'I forgot my password.',
	'Do you have a shop in Lisbon?',
	'Can the tent stand strong wind?',
	'Thanks, that was quick!',
	'How do I change the battery of the lamp?',
	'When will the blue kettle be back in stock?',
	'What is your return policy?',
	'Please remove me from the newsletter.',
	'Does the warranty cover water?',
	'I would like to order forty chairs for a school.',
	'Are your candles vegan?',
	'Which bicycle fits somebody of 1.60 m?',
	'The app crashes when I open my profile.',
	'Can I pick my order up myself?',
	'What does the yearly plan cost?',
	'Great, good to know.',
	'Who made the painting on your front page?',
	'Do you repair old clocks?',
	'My voucher does not seem to count.',
	'How many guests fit into the garden room?',
	'May I bring my dog?',
	'Is the soup gluten free?',
	'Could you gift-wrap it?',
	'What time does breakfast start on Sunday?',
	'Where do you source the coffee?',
	'I need the desk ten centimetres higher.',
	'Which guitar strings come with it?',
	'Do you ship to Iceland?',
	'Good night!',
];

/**
 * What a message costs in the domain (gate, classify, count) and what its answer costs (the fence),
 * beside the bare transaction that keeps the same rows. Both run in turns in one process, on files
 * with the same settings, so that the ratio holds whatever else the machine does.
 */
export async function benchDomain(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'handover-bench-'));
	const { services, release } = await holdServices({
		database: 'sqlite',
		path: join(folder, 'domain.sqlite'),
	});
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
			const text = TEXTS[(round + index) % TEXTS.length]!;
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
