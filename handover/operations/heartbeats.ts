import type { Beat } from '../stores/store';
import type { Clock } from './services';
import { Silence } from './silence';

/** Milliseconds: several beats, one of which may come late, or be lost with the store. */
const DEAD_AFTER = 30_000;

interface Heard {
	silence: Silence;
	isGone: boolean;
}

/**
 * Which of those who share the store are gone, by the beats that each leaves in it (ADR 22). Of whom it
 * has never heard, a process of an older version perhaps, it knows nothing.
 */
export class Heartbeats {
	#heard = new Map<string, Heard>();

	constructor(
		private readonly clock: Pick<Clock, 'elapsed'>,
		private readonly deadAfter = DEAD_AFTER,
	) {}

	/** Hears all of them, with each beat of our own. */
	hear(beats: Beat[]): void {
		const heard = new Map<string, Heard>();
		for (const { runner, beats: sign, hasLeft } of beats) {
			const silence = this.#heard.get(runner)?.silence ?? new Silence();
			const isSilent = silence.look(this.clock, sign) >= this.deadAfter;
			heard.set(runner, { silence, isGone: hasLeft || isSilent });
		}
		this.#heard = heard;
	}

	isGone(runner: string): boolean {
		return this.#heard.get(runner)?.isGone ?? false;
	}
}
