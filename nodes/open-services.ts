import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtInClassifier } from '../handover/classifier/built-in-classifier';
import { builtInDesk } from '../handover/desks/built-in-desk';
import { inAppChannel } from '../handover/notifications/in-app-channel';
import { forgetOldThisHour } from '../handover/operations/forget-old';
import { LeftTurns } from '../handover/operations/left-turns';
import type { Runner, Services } from '../handover/operations/services';
import { openStore } from './open-store';
import { parseStoreLocation, type StoreLocation } from './store-location';
import { trainedModel } from './trained-model';

/**
 * What both platforms put together in the same way. All nodes of a process that name the same store
 * share it, so that they also share its connections.
 */
interface Shared {
	services: Promise<Services>;
	holders: number;
	forgetting?: NodeJS.Timeout;
}

/** The same for those who name the same store in the same way. */
export function keyOf(location: StoreLocation): string {
	return JSON.stringify(Object.entries(location).sort());
}

const HOUR = 3_600_000;
const open = new Map<string, Shared>();

export interface HeldServices {
	services: Services;
	/** Closes the store when nobody holds it any more. A second call does nothing. */
	release(): Promise<void>;
}

/**
 * Opens the store, or joins those who have it open.
 * @param at a location, the path of a file, or a `postgres://` URL
 * @throws {HandoverError} `STORE_*`, `SETTINGS_INVALID`, `NODE_TOO_OLD`; the next call tries again.
 */
export async function holdServices(at: StoreLocation | string): Promise<HeldServices> {
	const location = typeof at === 'string' ? parseStoreLocation(at, '.') : at;
	const key = keyOf(location);
	const shared = open.get(key) ?? { services: compose(location), holders: 0 };
	open.set(key, shared);
	shared.holders += 1;
	let held = true;
	const release = async () => {
		if (!held) return;
		held = false;
		shared.holders -= 1;
		if (shared.holders > 0) return;
		if (open.get(key) === shared) open.delete(key);
		clearInterval(shared.forgetting);
		const services = await shared.services.catch(() => undefined);
		await services?.store.close();
	};
	try {
		const services = await shared.services;
		shared.forgetting ??= forgetRegularly(services);
		return { services, release };
	} catch (error) {
		await release();
		throw error;
	}
}

/** Now and every hour, if nobody else does. A store that cannot do it says so when it is written. */
function forgetRegularly(services: Services): NodeJS.Timeout {
	const forget = () => void forgetOldThisHour(services).catch(() => undefined);
	forget();
	return setInterval(forget, HOUR).unref();
}

async function compose(location: StoreLocation): Promise<Services> {
	const clock = {
		now: () => Date.now(),
		wait: (milliseconds: number, signal?: AbortSignal) =>
			sleep(milliseconds, undefined, { signal }).catch(() => undefined),
	};
	return {
		store: await openStore(location),
		clock,
		newId: () => randomUUID(),
		runner: thisProcess,
		leftTurns,
		classifier: builtInClassifier(trainedModel()),
		desk: builtInDesk,
		channels: [inAppChannel],
	};
}

/** Outlives the services: a redeploy must not forget what went wrong before it. */
const leftTurns = new LeftTurns();

const host = hostname();

/** `host/pid/unique`: a process id alone is given out again, in a container at every start. */
const thisProcess: Runner = {
	id: `${host}/${process.pid}/${randomUUID()}`,
	isAlive(runnerId) {
		if (runnerId === thisProcess.id) return true;
		const [itsHost, pid] = runnerId.split('/');
		if (itsHost !== host) return true;
		if (Number(pid) === process.pid) return false;
		return isRunning(Number(pid));
	},
};

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// EPERM: it runs, as somebody else.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
