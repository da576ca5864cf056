import { randomUUID } from 'node:crypto';
import { built } from '../built';
import { admit, beforeReply } from './bare-operations';
import { conversationIdOf } from './fill-store';
import { ANSWER, QUESTION, type Turn } from './turn';
import { barePostgres } from './postgres-database';
import { bareSqlite } from './sqlite-database';
import type { Task } from './throughput';

const { holdServices } = built<typeof import('../../nodes/open-services')>('nodes/open-services');
const { receiveMessage } = built<typeof import('../../handover/operations/receive-message')>(
	'handover/operations/receive-message',
);
const domain = built<typeof import('../../handover/operations/before-reply')>(
	'handover/operations/before-reply',
);

/** Answers a message on a random conversation: admits it, and writes the answer down. */
interface Side {
	answer(turn: Turn): Promise<void>;
	close(): Promise<void>;
}

async function ours({ address }: Task): Promise<Side> {
	const { services, release } = await holdServices(address);
	return {
		async answer({ ref, messageId }) {
			const message = { ...ref, messageId, text: QUESTION };
			const { handover } = await receiveMessage(services, message);
			await domain.beforeReply(services, { ...ref, carried: handover, text: ANSWER });
		},
		close: release,
	};
}

async function bare({ address, database }: Task): Promise<Side> {
	const connection = database === 'SQLite' ? bareSqlite(address) : await barePostgres(address);
	return {
		async answer(turn) {
			await admit(connection, turn);
			await beforeReply(connection, turn);
		},
		close: () => connection.close(),
	};
}

/** Several at a time, as many messages are under way at once. The bare side has a connection for each. */
async function run(task: Task): Promise<void> {
	const atOnce = task.database === 'SQLite' ? 1 : task.atOnce;
	const sides =
		task.side === 'ours'
			? await ours(task).then((side) => Array<Side>(atOnce).fill(side))
			: await Promise.all(Array.from({ length: atOnce }, () => bare(task)));
	process.send!('ready');
	await new Promise((resolve) => process.once('message', resolve));
	const end = performance.now() + task.seconds * 1_000;
	let answered = 0;
	await Promise.all(
		sides.map(async (side) => {
			for (; performance.now() < end; answered++) await side.answer(anyTurn(task));
		}),
	);
	await Promise.all([...new Set(sides)].map((side) => side.close()));
	process.send!(answered);
	process.disconnect();
}

function anyTurn({ first, conversations }: Task): Turn {
	const number = first + Math.floor(Math.random() * (conversations - first));
	return {
		ref: { botId: 'default', conversationId: conversationIdOf(number) },
		messageId: randomUUID(),
		handoverId: randomUUID(),
		eventSeq: 0,
	};
}

process.once('message', (task: Task) => void run(task));
