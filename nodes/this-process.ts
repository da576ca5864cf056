import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Heartbeats } from '../handover/operations/heartbeats';
import type { Runner } from '../handover/operations/services';
import { isRunning } from './is-running';

const host = hostname();

/** `host/pid/unique`: a process id alone is given out again, in a container at every start. */
const id = `${host}/${process.pid}/${randomUUID()}`;

/** This process, which carries turns out. */
export function thisProcess(heartbeats: Heartbeats): Runner {
	return { id, isAlive: (runnerId) => runnerId === id || !heartbeats.isGone(runnerId) };
}

/**
 * Whether the host knows of no such process any more, at once and without a beat. It may yet run in a
 * container, which has the host's name and numbers of its own: then it is heard to beat on.
 */
export function hasEnded(runnerId: string): boolean {
	const [itsHost, number] = runnerId.split('/');
	if (runnerId === id || itsHost !== host) return false;
	const pid = Number(number);
	// It had our number before us.
	return pid === process.pid || !isRunning(pid);
}
