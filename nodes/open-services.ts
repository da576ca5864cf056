import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtInClassifier } from '../handover/classifier/built-in-classifier';
import { builtInDesk } from '../handover/desks/built-in-desk';
import { inAppChannel } from '../handover/notifications/in-app-channel';
import { webhookChannel } from '../handover/notifications/webhook-channel';
import { forgetOldThisHour } from '../handover/operations/forget-old';
import { Heartbeats } from '../handover/operations/heartbeats';
import { LeftTurns } from '../handover/operations/left-turns';
import { OverdueTurns } from '../handover/operations/overdue-turns';
import { SilentBots } from '../handover/operations/silent-bots';
import type { Services } from '../handover/operations/services';
import { readDeliveryTries } from './delivery-tries';
import { keepBeating, type Beating } from './keep-beating';
import type { Doing } from './keep-doing';
import { openStore } from './open-store';
import { sendHttp } from './send-http';
import { parseStoreLocation, type StoreLocation } from './store-location';
import { hasEnded, thisProcess } from './this-process';
import { tickJobs } from './tick-jobs';
import { trainedModel } from './trained-model';
import { Warnings, type Listener } from './warnings';
import { watchClock, type ClockWatch } from './watch-clock';
import { watchSharing } from './watch-sharing';

/**
 * What both platforms put together in the same way. All nodes of a process that name the same store
 * share it, so that they also share its connections.
 */
interface Shared {
	services: Promise<Services>;
	holders: number;
	forgetting?: NodeJS.Timeout;
	warnings: Warnings;
	stopWatching?: () => void;
	clockWatch?: ClockWatch;
	ticking?: Doing;
	beating?: Beating;
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
export async function holdServices(
	at: StoreLocation | string,
	listener: Listener = { warn: () => undefined },
): Promise<HeldServices> {
	const location = typeof at === 'string' ? parseStoreLocation(at, '.') : at;
	const key = keyOf(location);
	const shared = open.get(key) ?? share(location);
	open.set(key, shared);
	shared.holders += 1;
	let held = true;
	const release = async () => {
		if (!held) return;
		held = false;
		shared.holders -= 1;
		shared.warnings.leave(listener);
		if (shared.holders > 0) return;
		if (open.get(key) === shared) open.delete(key);
		clearInterval(shared.forgetting);
		shared.stopWatching?.();
		shared.clockWatch?.stop();
		await shared.ticking?.stop();
		await shared.beating?.stop();
		const services = await shared.services.catch(() => undefined);
		await services?.store.close();
	};
	try {
		const services = await shared.services;
		shared.forgetting ??= forgetRegularly(services);
		shared.stopWatching ??= watch(location, shared);
		shared.ticking ??= tickJobs(services, emitWarning);
		shared.beating ??= keepBeating(services);
		shared.clockWatch ??= watchClock(services, {
			differs: (text) => shared.warnings.add(text, 'clock'),
			agrees: () => shared.warnings.withdraw('clock'),
		});
		// Who has just set the clock tests the credential, or deploys.
		await shared.clockWatch.look();
		shared.warnings.join(listener);
		return { services, release };
	} catch (error) {
		await release();
		throw error;
	}
}

/** Goes to the platform's log, whichever it is. */
function emitWarning(code: string, message: string): void {
	process.emitWarning(message, { type: 'HandoverWarning', code });
}

function share(location: StoreLocation): Shared {
	return { services: compose(location), holders: 0, warnings: new Warnings() };
}

function watch(location: StoreLocation, shared: Shared): () => void {
	if (location.database !== 'sqlite') return () => undefined;
	return watchSharing({
		path: location.path,
		warn: (text) => shared.warnings.add(text, 'sharing'),
	});
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
		elapsed: () => performance.now(),
		wait: (milliseconds: number, signal?: AbortSignal) =>
			sleep(milliseconds, undefined, { signal }).catch(() => undefined),
	};
	// Before there is a store to close.
	const tries = readDeliveryTries();
	const heartbeats = new Heartbeats(clock, hasEnded);
	return {
		store: await openStore(location),
		clock,
		newId: () => randomUUID(),
		runner: thisProcess(heartbeats),
		heartbeats,
		leftTurns: ofLocation(leftTurns, location, () => new LeftTurns()),
		overdueTurns: ofLocation(overdueTurns, location, () => new OverdueTurns()),
		silentBots,
		classifier: builtInClassifier(trainedModel()),
		desk: builtInDesk,
		channels: [inAppChannel, webhookChannel],
		outbox: { send: sendHttp, random: Math.random, tries },
	};
}

/** Outlive the services: a redeploy must not forget what went wrong before it. */
const leftTurns = new Map<string, LeftTurns>();
const overdueTurns = new Map<string, OverdueTurns>();
const silentBots = new SilentBots();

function ofLocation<T>(all: Map<string, T>, location: StoreLocation, create: () => T): T {
	const key = keyOf(location);
	const found = all.get(key) ?? create();
	all.set(key, found);
	return found;
}
