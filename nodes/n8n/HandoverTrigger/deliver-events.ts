import { setTimeout as wait } from 'node:timers/promises';
import type { INodeExecutionData, IRun, ITriggerFunctions } from 'n8n-workflow';
import {
	acknowledgeEvents,
	followEvents,
	viewEvent,
} from '../../../handover/operations/follow-events';
import type { EventBell } from '../../../handover/operations/event-bell';
import type { EventType, HandoverEvent } from '../../../handover/stores/store';
import { openServices } from '../open-services';

/** An execution that takes longer than this, or waits for something, no longer holds the next up. */
const LONGEST_EXECUTION = 60_000;

/**
 * One round: starts an execution with the events since the last one, and acknowledges them when it has
 * ended. n8n keeps an execution that has failed, so its events are not sent again; those of one that
 * could not be started, or that died with the process, are.
 */
export function deliverNewEvents(context: ITriggerFunctions, bell: EventBell): () => Promise<void> {
	const reader = readerName(context);
	const types = context.getNodeParameter('events', []) as EventType[];
	let acknowledged = -1;
	return async () => {
		const services = await openServices(context);
		bell.listenTo(services.store);
		const { events, upTo } = await followEvents(services, reader, types);
		if (events.length) await execute(context, events);
		if (upTo !== acknowledged) await acknowledgeEvents(services, reader, upTo);
		acknowledged = upTo;
	};
}

/** For a test in the editor: hands over the next event from now on, and leaves the rest alone. */
export function deliverNextEvent(context: ITriggerFunctions, bell: EventBell): () => Promise<void> {
	const reader = `${readerName(context)}/test`;
	const types = context.getNodeParameter('events', []) as EventType[];
	let isFirst = true;
	return async () => {
		const services = await openServices(context);
		bell.listenTo(services.store);
		if (isFirst) await acknowledgeEvents(services, reader, await services.store.lastEventSeq());
		isFirst = false;
		const { events } = await followEvents(services, reader, types);
		if (events[0]) context.emit([[toItem(events[0])]]);
	};
}

function readerName(context: ITriggerFunctions): string {
	return `n8n:${context.getWorkflow().id}/${context.getNode().id}`;
}

async function execute(context: ITriggerFunctions, events: HandoverEvent[]): Promise<void> {
	const done = context.helpers.createDeferredPromise<IRun>();
	context.emit([events.map(toItem)], undefined, done);
	const over = new AbortController();
	const longest = wait(LONGEST_EXECUTION, undefined, { signal: over.signal }).catch(
		() => undefined,
	);
	try {
		await Promise.race([done.promise, longest]);
	} finally {
		over.abort();
		// Late, nobody listens any more.
		done.promise.catch(() => undefined);
	}
}

function toItem(event: HandoverEvent): INodeExecutionData {
	const { botId, conversationId, handoverId } = event;
	// The nodes that follow find the conversation where they look for it.
	return { json: { ...viewEvent(event), handover: { botId, conversationId, handoverId } } };
}
