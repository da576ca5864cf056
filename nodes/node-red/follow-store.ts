import { EventBell } from '../../handover/operations/event-bell';
import { EventReader } from '../../handover/operations/event-reader';
import {
	acknowledgeEvents,
	viewForFlow,
	type EventView,
	type LeftTurnView,
} from '../../handover/operations/follow-events';
import type { Services } from '../../handover/operations/services';
import type { EventType } from '../../handover/stores/records';

/** Milliseconds. */
const EVERY = 1_000;
const LONGEST_BACK_OFF = 60_000;

export interface Following {
	use<T>(work: (services: Services) => Promise<T>): Promise<T>;
	/** Under this name the store remembers how far it has come. */
	reader: string;
	types: readonly EventType[];
	deliver(event: EventView | LeftTurnView): void;
	/** The first time, and the first time after an error. */
	onConnected(): void;
	/** The first failure in a row. */
	onError(error: unknown): void;
}

/**
 * Looks for new events when the store tells of some, and every second; one look at a time, and longer
 * apart while the store fails. Of several copies of the flow one delivers, see `EventReader`. What was
 * delivered is acknowledged with the next look, when the flow has had its turn, or when the node is
 * stopped; after a process that dies in between it is delivered again.
 */
export function followStore(following: Following): { stop(): Promise<void> } {
	let stopped = false;
	let acknowledged = -1;
	let delivered = -1;
	let failures = 0;
	let connected = false;
	let timer: NodeJS.Timeout | undefined;
	let looking: Promise<void> = Promise.resolve();
	let isLooking = false;
	let hasRung = false;
	const reader = new EventReader(following.reader, following.types);
	const bell = new EventBell(() => {
		hasRung = true;
		if (!isLooking && failures === 0) schedule(0);
	});

	async function acknowledge(services: Services): Promise<void> {
		if (delivered <= acknowledged) return;
		await acknowledgeEvents(services, following.reader, delivered);
		acknowledged = delivered;
	}

	async function passOn(services: Services): Promise<void> {
		await acknowledge(services);
		await reader.release(services);
	}

	async function look(services: Services): Promise<void> {
		bell.listenTo(services.store);
		await acknowledge(services);
		const found = await reader.read(services);
		if (stopped || !found) return;
		const views = await Promise.all(
			found.events.map((event) => viewForFlow(services, event, following.types)),
		);
		if (stopped) return;
		for (const view of views) following.deliver(view);
		delivered = found.upTo;
	}

	async function tick(): Promise<void> {
		isLooking = true;
		hasRung = false;
		try {
			await following.use(look);
			failures = 0;
			if (!connected && !stopped) following.onConnected();
			connected = true;
		} catch (error) {
			failures += 1;
			connected = false;
			if (failures === 1) following.onError(error);
		}
		isLooking = false;
		const wait = Math.min(EVERY * 2 ** failures, LONGEST_BACK_OFF);
		if (!stopped) schedule(hasRung && failures === 0 ? 0 : wait);
	}

	function schedule(delay: number): void {
		clearTimeout(timer);
		timer = setTimeout(() => {
			looking = tick();
		}, delay);
	}

	schedule(0);
	return {
		async stop() {
			stopped = true;
			bell.stop();
			clearTimeout(timer);
			await looking;
			// Where it fails, another copy takes over when it does not hear of this one any more.
			if (reader.isReading) await following.use(passOn).catch(() => undefined);
		},
	};
}
