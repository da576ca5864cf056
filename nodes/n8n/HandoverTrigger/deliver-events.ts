import { setTimeout as wait } from 'node:timers/promises';
import type { IDataObject, INodeExecutionData, IRun, ITriggerFunctions } from 'n8n-workflow';
import {
	acknowledgeEvents,
	followEvents,
	viewForFlow,
	type EventView,
	type LeftTurnView,
} from '../../../handover/operations/follow-events';
import { EventReader } from '../../../handover/operations/event-reader';
import type { EventBell } from '../../../handover/operations/event-bell';
import type { EventType } from '../../../handover/stores/records';
import { openServices } from '../open-services';

/** An execution that takes longer than this, or waits for something, no longer holds the next up. */
const LONGEST_EXECUTION = 60_000;
/** Milliseconds. For no longer is n8n held up when it stops a workflow, or itself. */
const LONGEST_CLOSE = 5_000;

/**
 * By reader: the end of a trigger that was closed. Whoever comes in its place in this process, as when
 * the workflow is saved, has the same lease, and would start the events under way a second time.
 */
const closing = new Map<string, Promise<void>>();

export interface Delivery {
	/**
	 * One round: starts an execution with the events since the last one, and acknowledges them when it
	 * has ended. n8n keeps an execution that has failed, so its events are not sent again; those of one
	 * that could not be started, or that died with the process, are. Nothing while another process
	 * delivers them, see `EventReader`.
	 */
	round(): Promise<void>;
	/**
	 * Reads no more, and lets another process deliver as soon as the round under way is over. Waits for
	 * that, but not for long, and never rejects: the other one would hear of it later.
	 */
	release(): Promise<void>;
}

export function deliverNewEvents(context: ITriggerFunctions, bell: EventBell): Delivery {
	const reader = readerName(context);
	const types = context.getNodeParameter('events', []) as EventType[];
	const wanted = filterOf(context);
	const events = new EventReader(reader, types);
	let acknowledged = -1;
	let isClosed = false;
	let underWay: Promise<void> = Promise.resolve();

	async function deliver(): Promise<void> {
		await closing.get(reader);
		const services = await openServices(context);
		if (isClosed) return;
		bell.listenTo(services.store);
		const found = await events.read(services);
		if (!found || isClosed) return;
		const own = found.events.filter(wanted);
		const views = await Promise.all(own.map((event) => viewForFlow(services, event, types)));
		if (isClosed) return;
		await start(context, views, types);
		if (found.upTo !== acknowledged) await acknowledgeEvents(services, reader, found.upTo);
		acknowledged = found.upTo;
	}

	async function passOn(): Promise<void> {
		await underWay.catch(() => undefined);
		if (events.isReading) await events.release(await openServices(context));
	}

	return {
		async round() {
			underWay = deliver();
			await underWay;
		},
		async release() {
			isClosed = true;
			const closed = passOn()
				.catch(() => undefined)
				.finally(() => {
					if (closing.get(reader) === closed) closing.delete(reader);
				});
			closing.set(reader, closed);
			await orAfter(LONGEST_CLOSE, closed);
		},
	};
}

/** For a test in the editor: hands over the next event from now on, and leaves the rest alone. */
export function deliverNextEvent(context: ITriggerFunctions, bell: EventBell): () => Promise<void> {
	const reader = `${readerName(context)}/test`;
	const types = context.getNodeParameter('events', []) as EventType[];
	const wanted = filterOf(context);
	let isFirst = true;
	return async () => {
		const services = await openServices(context);
		bell.listenTo(services.store);
		if (isFirst) await acknowledgeEvents(services, reader, await services.store.lastEventSeq());
		isFirst = false;
		const { events } = await followEvents(services, reader, types);
		const first = events.find(wanted);
		if (first) context.emit([[toItem(await viewForFlow(services, first, types))]]);
	};
}

/** Empty, and in a workflow of a version without it: the events of all bots. */
function filterOf(context: ITriggerFunctions): (event: { botId: string }) => boolean {
	const only = String(context.getNodeParameter('botId', '')).trim();
	return ({ botId }) => only === '' || botId === only;
}

function readerName(context: ITriggerFunctions): string {
	return `n8n:${context.getWorkflow().id}/${context.getNode().id}`;
}

/**
 * A turn that was left is an execution of its own, for where its bot fails again, others' must not fail
 * with it. Nobody waits for its end, which may be a bot's that hangs: if it is not answered, it comes
 * back. A flow that asks for all events only looks on, and hears of it as of the others.
 */
async function start(
	context: ITriggerFunctions,
	events: EventView[],
	types: readonly EventType[],
): Promise<void> {
	const isTurn = ({ type }: EventView) => type === 'turn.left' && types.includes(type);
	for (const turn of events.filter(isTurn)) context.emit([[toItem(turn)]]);
	const others = events.filter((event) => !isTurn(event));
	if (others.length) await execute(context, others);
}

async function execute(context: ITriggerFunctions, events: EventView[]): Promise<void> {
	const done = context.helpers.createDeferredPromise<IRun>();
	context.emit([events.map(toItem)], undefined, done);
	await orAfter(LONGEST_EXECUTION, done.promise);
}

/** Waits for `work`, but not for longer than this. */
async function orAfter(milliseconds: number, work: Promise<unknown>): Promise<void> {
	const over = new AbortController();
	const longest = wait(milliseconds, undefined, { signal: over.signal }).catch(() => undefined);
	try {
		await Promise.race([work, longest]);
	} finally {
		over.abort();
		// Late, nobody listens any more.
		work.catch(() => undefined);
	}
}

function toItem(event: EventView | LeftTurnView): INodeExecutionData {
	const { botId, conversationId, handoverId } = event;
	const begun = 'begunAt' in event ? { begunAt: event.begunAt } : {};
	// The nodes that follow find the conversation where they look for it.
	const handover = { botId, conversationId, handoverId, ...begun };
	return { json: { ...asOfWebhook(event), handover } };
}

/**
 * What the contact wrote is where a webhook has it. Beside the event it would be where the nodes behind a
 * bot look for its answer.
 */
function asOfWebhook(event: EventView | LeftTurnView): IDataObject {
	if (!('text' in event)) return { ...event };
	const { messageId, text, begunAt: _begunAt, ...view } = event;
	const { botId, conversationId } = view;
	return { ...view, body: { botId, conversationId, messageId, text } };
}
