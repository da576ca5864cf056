import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { EventType } from '../../handover/stores/records';

/** An event as a Handover Trigger's flow has told it. */
export interface ToldEvent {
	seq: number;
	type: EventType;
	conversationId: string;
	at: string | number;
	data: Record<string, unknown>;
	/** Milliseconds from the event to its arrival here. */
	delay: number;
	/** In which order the flow had them, where their requests may overtake each other. */
	place?: number;
}

export interface EventListener {
	url: string;
	/** As they arrived, repeated ones included. */
	events: ToldEvent[];
	of(conversationId: string): ToldEvent[];
	close(): Promise<void>;
}

/** Stands outside of the platform, and hears what a flow posts to it: lists of events. */
export async function listenForEvents(): Promise<EventListener> {
	const events: ToldEvent[] = [];
	const server = createServer(async (request, response) => {
		const told = (await json(request)) as Array<Omit<ToldEvent, 'delay'>>;
		const now = Date.now();
		for (const event of told) events.push({ ...event, delay: now - new Date(event.at).getTime() });
		response.end('{}');
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		events,
		of: (conversationId) => events.filter((event) => event.conversationId === conversationId),
		close: async () => {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}
