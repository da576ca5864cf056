import type { Cursor, EventType, HandoverEvent } from '../stores/store';
import type { Services } from './services';

const BATCH = 200;

/** An event as flows and exports see it. */
export interface EventView extends Omit<HandoverEvent, 'at'> {
	/** ISO 8601, UTC. */
	at: string;
}

export function viewEvent(event: HandoverEvent): EventView {
	return { ...event, at: new Date(event.at).toISOString() };
}

export interface FollowedEvents {
	events: HandoverEvent[];
	/** To be acknowledged once the events have been handled. */
	upTo: number;
}

/**
 * What happened since the named reader last acknowledged, oldest first, at most 200 events; a new
 * reader starts with what happens from now on. Read again without acknowledging, the same events come
 * again: every event is delivered at least once.
 */
export async function followEvents(
	services: Services,
	reader: string,
	types: readonly EventType[],
): Promise<FollowedEvents> {
	const cursor = await services.store.readCursor(reader);
	return await readOn(services, reader, cursor, types);
}

/** From a cursor that was just read. */
export async function readOn(
	services: Services,
	reader: string,
	{ seq }: Pick<Cursor, 'seq'>,
	types: readonly EventType[],
): Promise<FollowedEvents> {
	const after = seq ?? (await beginNow(services, reader));
	const read = await services.store.readEvents(after, BATCH);
	return {
		events: types.length ? read.filter(({ type }) => types.includes(type)) : read,
		upTo: read.at(-1)?.seq ?? after,
	};
}

async function beginNow({ store }: Services, reader: string): Promise<number> {
	const last = await store.lastEventSeq();
	await store.saveCursor(reader, last);
	return last;
}

/** Never again deliver what came up to `upTo`. Acknowledging an older place changes nothing. */
export async function acknowledgeEvents(
	services: Services,
	reader: string,
	upTo: number,
): Promise<void> {
	await services.store.saveCursor(reader, upTo);
}
