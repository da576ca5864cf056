import type * as Pg from 'pg';
import { clientOptions, type PgLibrary } from './client-options';
import type { ConnectionSettings } from './connection-settings';
import { query, statement, type Query } from './statement';

const NOTIFY = statement("SELECT pg_notify($1, '')");

/** Milliseconds: how long after a break the connection is made again, longer each time. */
const PAUSES = [100, 1_000, 5_000, 15_000];

/**
 * Tells who listens that events were written, by whichever process: LISTEN on a connection of its own,
 * there from the first listener to the last, and made again when it breaks. What was missed meanwhile
 * is told once when it is back.
 */
export class EventSignal {
	/** To be sent in the transaction that writes events; Postgres passes it on with the commit. */
	readonly notification: Query;
	readonly #pg: PgLibrary;
	readonly #settings: ConnectionSettings;
	readonly #listeners = new Set<() => void>();
	#client: Pg.Client | undefined;
	#timer: NodeJS.Timeout | undefined;
	#breaks = 0;
	#closed = false;

	constructor(pg: PgLibrary, settings: ConnectionSettings) {
		this.#pg = pg;
		this.#settings = settings;
		this.notification = query(NOTIFY, channelOf(settings));
	}

	listen(listener: () => void): () => void {
		this.#listeners.add(listener);
		if (!this.#client && !this.#timer && !this.#closed) void this.#connect();
		return () => {
			this.#listeners.delete(listener);
			if (this.#listeners.size === 0) void this.#disconnect();
		};
	}

	async close(): Promise<void> {
		this.#closed = true;
		this.#listeners.clear();
		await this.#disconnect();
	}

	async #connect(): Promise<void> {
		this.#timer = undefined;
		const client = new this.#pg.Client({
			...clientOptions(this.#settings),
			application_name: 'human-handover events',
		});
		this.#client = client;
		client.on('error', () => this.#lost(client));
		client.on('end', () => this.#lost(client));
		client.on('notification', () => this.#tell());
		try {
			await client.connect();
			// It alone keeps no process alive.
			(client as Pg.Client & { unref(): void }).unref();
			await client.query(`LISTEN ${channelOf(this.#settings)}`);
			this.#breaks = 0;
			this.#tell();
		} catch {
			this.#lost(client);
		}
	}

	#tell(): void {
		for (const listener of this.#listeners) listener();
	}

	#lost(client: Pg.Client): void {
		if (this.#client !== client) return;
		this.#client = undefined;
		void client.end().catch(() => undefined);
		if (this.#closed || this.#listeners.size === 0) return;
		const pause = PAUSES[Math.min(this.#breaks++, PAUSES.length - 1)];
		this.#timer = setTimeout(() => void this.#connect(), pause).unref();
	}

	async #disconnect(): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const client = this.#client;
		this.#client = undefined;
		await client?.end().catch(() => undefined);
	}
}

function channelOf({ schema }: ConnectionSettings): string {
	return `${schema}_events`;
}
