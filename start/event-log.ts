import { setTimeout as sleep } from 'node:timers/promises';
import type { HandoverEvent } from '../handover/stores/records';
import type { Store } from '../handover/stores/store';
import { openStore } from '../nodes/open-store';
import { parseStoreLocation } from '../nodes/store-location';
import { describeEvent } from './describe-event';

export interface EventLog {
	/** Names by staff member's id, as the store has them now. */
	staffNames(): Promise<Record<string, string>>;
	stop(): Promise<void>;
}

export interface EventLogOptions {
	/** `sqlite:PATH`, a path, or a `postgres://` URL. */
	store: string;
	print: (line: string) => void;
	onEvent: (event: HandoverEvent) => void;
}

const INTERVAL = 500;
const BATCH = 100;

/** Prints what happens from now on, read from the store beside the platform that writes it. */
export async function followStore(options: EventLogOptions): Promise<EventLog> {
	const store = await openStore(parseStoreLocation(options.store, '.'));
	const stopping = new AbortController();
	const following = follow(store, options, stopping.signal);
	return {
		staffNames: () => namesOf(store),
		async stop() {
			stopping.abort();
			await following;
			await store.close();
		},
	};
}

async function follow(store: Store, options: EventLogOptions, signal: AbortSignal): Promise<void> {
	let seen = await store.lastEventSeq();
	let troubled = false;
	while (!signal.aborted) {
		try {
			for (const event of await store.readEvents(seen, BATCH)) {
				seen = event.seq;
				const line = await describe(store, event);
				if (line !== null) options.print(line);
				options.onEvent(event);
			}
			troubled = false;
		} catch (error) {
			if (!troubled) options.print(`The store cannot be read: ${(error as Error).message}`);
			troubled = true;
		}
		await sleep(INTERVAL, undefined, { signal }).catch(() => undefined);
	}
}

async function describe(store: Store, event: HandoverEvent): Promise<string | null> {
	const file = event.type === 'action.done' ? await store.read(event) : undefined;
	return describeEvent(event, { file, staffNames: await namesOf(store) });
}

async function namesOf(store: Store): Promise<Record<string, string>> {
	return Object.fromEntries((await store.listStaff()).map(({ id, name }) => [id, name]));
}
