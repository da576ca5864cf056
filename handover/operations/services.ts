import type { Classifier } from '../classifier/classifier';
import type { Instant } from '../conversation/conversation';
import type { Desk } from '../desks/desk';
import type { Send } from '../jobs/send';
import type { NotificationChannel } from '../notifications/channel';
import type { Store } from '../stores/store';
import type { Heartbeats } from './heartbeats';
import type { LeftTurns } from './left-turns';
import type { OverdueTurns } from './overdue-turns';
import type { SilentBots } from './silent-bots';

/** What an operation works with. A platform puts it together once, in its composition root. */
export interface Services {
	store: Store;
	clock: Clock;
	/** A new id that nobody has had before. */
	newId: () => string;
	runner: Runner;
	/** Of the others who have the store open. */
	heartbeats: Heartbeats;
	leftTurns: LeftTurns;
	overdueTurns: OverdueTurns;
	silentBots: SilentBots;
	classifier: Classifier;
	desk: Desk;
	channels: readonly NotificationChannel[];
	outbox: Outbox;
}

/** How deliveries leave; see `jobs/`. */
export interface Outbox {
	send: Send;
	/** 0 to 1. */
	random: () => number;
	/** After so many failures a delivery is given up. */
	tries: number;
}

export interface Clock {
	now(): Instant;
	/** Milliseconds of a clock that nobody sets; only differences mean something. */
	elapsed(): number;
	/** Resolves after so many milliseconds, or when `signal` aborts; never rejects. */
	wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/**
 * The process that carries a turn out. A turn or a handover that a dead process left half done is
 * taken up by the next one that hears of it.
 */
export interface Runner {
	id: string;
	/**
	 * False when the process is gone, or has missed its beats for so long that it counts as gone: should
	 * it live after all, what it says is dropped (see `before-reply.ts`). A doubt counts as alive.
	 */
	isAlive(runnerId: string): boolean;
}
