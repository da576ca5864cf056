import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { Heartbeats } from '../../../handover/operations/heartbeats';
import { hasEnded, thisProcess } from '../../../nodes/this-process';
import { SetClock } from '../../builders/services';

let clock: SetClock;
let heartbeats: Heartbeats;
beforeEach(() => {
	clock = new SetClock();
	heartbeats = new Heartbeats(clock, hasEnded);
});

const isAlive = (id: string) => thisProcess(heartbeats).isAlive(id);
const here = (pid: number) => `${hostname()}/${pid}/unique`;
/** Its number, as it is found every five seconds. */
const hear = (runner: string, numbers: number[]) => {
	for (const beats of numbers) {
		clock.advance(5_000);
		heartbeats.hear([{ runner, beats, hasLeft: false }]);
	}
};
const STILL = Array.from({ length: 8 }, () => 1);

test('is alive itself, whatever the store says', () => {
	const { id } = thisProcess(heartbeats);
	hear(id, STILL);
	expect(isAlive(id)).toBe(true);
});

test('sees at once that a process of its host has ended, although it was just heard', async () => {
	const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
	const id = here(child.pid!);
	hear(id, [1, 2]);
	expect(isAlive(id)).toBe(true);
	child.kill('SIGKILL');
	await once(child, 'exit');
	expect(isAlive(id)).toBe(false);
});

test('takes a process of its host that runs, and does not beat any more, for dead', () => {
	const id = here(process.ppid);
	hear(id, STILL);
	expect(isAlive(id)).toBe(false);
});

test('knows one on another host by its beats, and one that never beats not at all', () => {
	expect(isAlive('other/1/unique')).toBe(true);
	hear('other/1/unique', [1, 2]);
	expect(isAlive('other/1/unique')).toBe(true);
	hear('other/1/unique', STILL);
	expect(isAlive('other/1/unique')).toBe(false);
	expect(isAlive('older/1/unique')).toBe(true);
});

test('knows one that has the name of its host, and a number of another container’s, by its beats', () => {
	// Higher than any that Linux gives out.
	const elsewhere = here(4_194_305);
	expect(isAlive(elsewhere)).toBe(false);
	hear(elsewhere, [1, 2]);
	expect(isAlive(elsewhere)).toBe(true);
	hear(elsewhere, STILL);
	expect(isAlive(elsewhere)).toBe(false);
});

test('whoever had its number before it is dead, unless it is heard to beat beside it', () => {
	const twin = here(process.pid);
	expect(isAlive(twin)).toBe(false);
	hear(twin, [7, 7]);
	expect(isAlive(twin)).toBe(false);
	hear(twin, [8]);
	expect(isAlive(twin)).toBe(true);
});
