import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtInClassifier } from '../handover/classifier/built-in-classifier';
import { builtInDesk } from '../handover/desks/built-in-desk';
import { HandoverError } from '../handover/errors';
import { inAppChannel } from '../handover/notifications/in-app-channel';
import { webhookChannel } from '../handover/notifications/webhook-channel';
import { forgetOld } from '../handover/operations/forget-old';
import { LeftTurns } from '../handover/operations/left-turns';
import { SilentBots } from '../handover/operations/silent-bots';
import type { Runner, Services } from '../handover/operations/services';
import { openSqliteStore } from '../handover/stores/sqlite/open-sqlite-store';
import { sendHttp } from './send-http';
import { tickJobs, type Ticking } from './tick-jobs';
import { trainedModel } from './trained-model';

/**
 * What both platforms put together in the same way. All nodes of a process that name the same file
 * share one store, so that they also share its connection.
 */
interface Shared {
	services: Promise<Services>;
	holders: number;
	forgetting?: NodeJS.Timeout;
	ticking?: Ticking;
}

const HOUR = 3_600_000;
const DELIVERY_TRIES = 8;
const open = new Map<string, Shared>();

export interface HeldServices {
	services: Services;
	/** Closes the store when nobody holds it any more. A second call does nothing. */
	release(): Promise<void>;
}

/**
 * Opens the store at `path`, or joins those who have it open.
 * @throws {HandoverError} `STORE_*`, `NODE_TOO_OLD`; the next call tries again.
 */
export async function holdServices(path: string): Promise<HeldServices> {
	const file = resolve(path);
	const shared = open.get(file) ?? { services: compose(file), holders: 0 };
	open.set(file, shared);
	shared.holders += 1;
	let held = true;
	const release = async () => {
		if (!held) return;
		held = false;
		shared.holders -= 1;
		if (shared.holders > 0) return;
		if (open.get(file) === shared) open.delete(file);
		clearInterval(shared.forgetting);
		await shared.ticking?.stop();
		const services = await shared.services.catch(() => undefined);
		await services?.store.close();
	};
	try {
		const services = await shared.services;
		shared.forgetting ??= forgetRegularly(services);
		shared.ticking ??= tickJobs(services, warn);
		return { services, release };
	} catch (error) {
		await release();
		throw error;
	}
}

/** Goes to the platform's log, whichever it is. */
function warn(code: string, message: string): void {
	process.emitWarning(message, { type: 'HandoverWarning', code });
}

/** One level at a time: Node's own `recursive` never ends where a folder refuses, as below `/proc`. */
function makeFolder(folder: string): void {
	if (existsSync(folder)) return;
	makeFolder(dirname(folder));
	mkdirSync(folder);
}

/** Now and every hour. A store that cannot do it says so when it is written. */
function forgetRegularly(services: Services): NodeJS.Timeout {
	const forget = () => void forgetOld(services).catch(() => undefined);
	forget();
	return setInterval(forget, HOUR).unref();
}

async function compose(file: string): Promise<Services> {
	try {
		makeFolder(dirname(file));
	} catch (cause) {
		throw new HandoverError(
			'STORE_UNAVAILABLE',
			"The store's folder does not exist and cannot be made. Check the path and the rights on it.",
			{ cause },
		);
	}
	const clock = {
		now: () => Date.now(),
		elapsed: () => performance.now(),
		wait: (milliseconds: number, signal?: AbortSignal) =>
			sleep(milliseconds, undefined, { signal }).catch(() => undefined),
	};
	return {
		store: await openSqliteStore({ path: file }),
		clock,
		newId: () => randomUUID(),
		runner: thisProcess,
		leftTurns,
		silentBots,
		classifier: builtInClassifier(trainedModel()),
		desk: builtInDesk,
		channels: [inAppChannel, webhookChannel],
		outbox: { send: sendHttp, random: Math.random, tries: DELIVERY_TRIES },
	};
}

/** Outlives the services: a redeploy must not forget what went wrong before it. */
const leftTurns = new LeftTurns();
const silentBots = new SilentBots();

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
