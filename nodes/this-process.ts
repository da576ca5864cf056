import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Heartbeats } from '../handover/operations/heartbeats';
import type { Runner } from '../handover/operations/services';

const host = hostname();

/** `host/pid/unique`: a process id alone is given out again, in a container at every start. */
const id = `${host}/${process.pid}/${randomUUID()}`;

/**
 * This process, which carries turns out. Another one on its host that is gone is seen at once, by its
 * number; any other by the beats that it misses.
 */
export function thisProcess(heartbeats: Heartbeats): Runner {
	return {
		id,
		isAlive(runnerId) {
			if (runnerId === id) return true;
			return !heartbeats.isGone(runnerId) && !hasEnded(runnerId, heartbeats);
		},
	};
}

function hasEnded(runnerId: string, heartbeats: Heartbeats): boolean {
	const [itsHost, pid] = runnerId.split('/');
	if (itsHost !== host) return false;
	// It had our number before us; or it has it now, in another container with the host's own name.
	if (Number(pid) === process.pid) return !heartbeats.isThere(runnerId);
	return !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// EPERM: it runs, as somebody else.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
