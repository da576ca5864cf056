import type { Instant } from '../conversation/conversation';
import type { Cursor, EventType, HandoverEvent } from '../stores/records';
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

/** A turn that was left, with what a flow needs to receive its message again. */
export interface LeftTurnView extends EventView {
	messageId: string;
	/** What the contact wrote; null when it is not kept any more. */
	text: string | null;
	/** When its conversation began, by which the Gate knows whether it was erased since. */
	begunAt: Instant | null;
}

/**
 * An event as a trigger hands it to a flow. What the contact wrote is only for a flow that has chosen
 * the turns that were left, not for one that logs whatever happens.
 * @throws {HandoverError} `STORE_*`
 */
export async function viewForFlow(
	{ store }: Services,
	event: HandoverEvent,
	types: readonly EventType[],
): Promise<EventView | LeftTurnView> {
	const view = viewEvent(event);
	const { messageId, messageSeq } = event.data;
	const isTurn = event.type === 'turn.left' && types.includes('turn.left');
	if (!isTurn || typeof messageId !== 'string' || typeof messageSeq !== 'number') return view;
	const { nextMessageSeq } = await store.snapshot(event, {});
	const { conversation, transcript } = await store.snapshot(event, {
		transcript: Math.max(1, nextMessageSeq - messageSeq),
	});
	const line = transcript.find((one) => one.seq === messageSeq && one.messageId === messageId);
	return {
		...view,
		messageId,
		text: line?.text ?? null,
		begunAt: conversation?.createdAt ?? null,
	};
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
