import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { BenchDatabase } from './bench-database';

export interface Task {
	side: 'ours' | 'bare';
	database: BenchDatabase['name'];
	address: string;
	/** The numbers of the conversations to write to. */
	first: number;
	conversations: number;
	seconds: number;
	/** Messages under way in a process. */
	atOnce: number;
}

/** Messages a second that so many processes answer together on one store. */
export async function throughput(task: Task, processes: number): Promise<number> {
	const workers = Array.from({ length: processes }, () =>
		fork(join(__dirname, 'throughput-worker.ts')),
	);
	for (const worker of workers) worker.send(task);
	await Promise.all(workers.map(nextMessage));
	const results = workers.map(nextMessage);
	for (const worker of workers) worker.send('go');
	const answered = (await Promise.all(results)).map(Number);
	return answered.reduce((sum, one) => sum + one, 0) / task.seconds;
}

async function nextMessage(worker: ChildProcess): Promise<unknown> {
	const [message] = await Promise.race([once(worker, 'message'), failed(worker)]);
	return message;
}

async function failed(worker: ChildProcess): Promise<never> {
	const [code] = await once(worker, 'exit');
	throw new Error(`A process of the bench ended with ${code}.`);
}
