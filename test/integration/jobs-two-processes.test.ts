import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDueJobs } from '../../handover/jobs/job-runner';
import { performAction } from '../../handover/operations/perform-action';
import { receiveMessage } from '../../handover/operations/receive-message';
import { NOON, type TestServices } from '../builders/services';
import { servicesOf } from './jobs-in-a-process';

const PAUSED = 40;
const DUE = NOON + 60_000;
const LEASE = 30_000;

let folder: string;
let path: string;
let here: TestServices;
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'handover-jobs-'));
	path = join(folder, 'store.sqlite');
	here = await servicesOf(path, 'parent', NOON);
	for (let index = 0; index < PAUSED; index++) {
		const ref = { botId: 'default', conversationId: `c${index}` };
		const { handover } = await receiveMessage(here, { ...ref, text: 'a human' });
		const fields = { pauseFor: 1, pauseUnit: 'minutes' };
		await performAction(here, 'pauseBot', { ...ref, carried: handover, fields });
	}
	here.clock.at = DUE;
});
afterEach(async () => {
	await here.close();
	rmSync(folder, { recursive: true, force: true });
});

async function child(order: 'work' | 'lease'): Promise<ChildProcess> {
	const started = fork(join(__dirname, 'jobs-in-a-process.ts'), [path, String(DUE), order], {
		execArgv: ['--import', 'tsx'],
	});
	await once(started, 'message');
	return started;
}

async function tell(process: ChildProcess): Promise<number> {
	const answer = once(process, 'message');
	process.send('go');
	return ((await answer) as [{ done: number }])[0].done;
}

const resumed = async () => {
	const events = await here.store.readEvents(0, 10_000);
	return events
		.filter(({ type }) => type === 'bot.resumed')
		.map(({ conversationId }) => conversationId);
};

test('two processes share what is due, and each pause ends once', async () => {
	const other = await child('work');
	const exited = once(other, 'exit');
	const [there, own] = await Promise.all([tell(other), runDueJobs(here)]);
	await exited;
	expect(there + own).toBe(PAUSED);
	const ended = await resumed();
	expect(ended).toHaveLength(PAUSED);
	expect(new Set(ended).size).toBe(PAUSED);
}, 60_000);

test('what a process had leased when it was killed is done by another, once, after the lease', async () => {
	const other = await child('lease');
	expect(await tell(other)).toBe(PAUSED);
	const exited = once(other, 'exit');
	other.kill('SIGKILL');
	await exited;
	here.clock.at = DUE + LEASE - 1;
	expect(await runDueJobs(here)).toBe(0);
	here.clock.at = DUE + LEASE;
	expect(await runDueJobs(here)).toBe(PAUSED);
	expect(await runDueJobs(here)).toBe(0);
	expect(new Set(await resumed()).size).toBe(PAUSED);
	expect(await resumed()).toHaveLength(PAUSED);
}, 60_000);
