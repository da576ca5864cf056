import type { Instant } from '../../conversation/conversation';
import { toBeat } from '../rows';
import type { Beat } from '../records';
import type { PulseConnection } from './pulse-connection';
import { query, statement } from './statement';

const CLOCK = statement('SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::BIGINT AS now');

/** The processes that have the store open, as far as they show it. */
export class Runners {
	readonly #connection: PulseConnection;
	readonly #beat;
	readonly #leave;

	constructor(connection: PulseConnection) {
		const runners = `${connection.schema}.runners`;
		this.#connection = connection;
		this.#beat = statement(`
			WITH own AS (
				INSERT INTO ${runners} (id, beats, has_left, at) VALUES ($1, $3, FALSE, $2)
				ON CONFLICT (id) DO UPDATE
				SET beats = runners.beats + excluded.beats, has_left = FALSE, at = excluded.at
			)
			SELECT id, beats, has_left FROM ${runners} WHERE id <> $1`);
		this.#leave = statement(`UPDATE ${runners} SET has_left = TRUE WHERE id = $1`);
	}

	async beat(runner: string, at: Instant, isSilent: boolean): Promise<Beat[]> {
		const written = query(this.#beat, runner, at, isSilent ? 0 : 1);
		return (await this.#connection.run(written)).map(toBeat);
	}

	async leave(runner: string): Promise<void> {
		await this.#connection.run(query(this.#leave, runner));
	}

	/** As the server has it, also where messages wait. */
	async readClock(): Promise<Instant> {
		const [row] = await this.#connection.run(query(CLOCK));
		return row!['now'] as Instant;
	}

	/** Waits for what is under way. */
	async close(): Promise<void> {
		await this.#connection.close();
	}
}
