import type { Beat } from '../stores/store';
import type { Clock } from './services';
import { Silence } from './silence';

/** Milliseconds: several beats, one of which may come late, or be lost with the store. */
const DEAD_AFTER = 30_000;

interface Heard {
	silence: Silence;
	last: Beat;
	/** It has beaten since we listen. */
	hasBeaten: boolean;
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
		this.#heard = new Map(
			beats.map((beat) => [beat.runner, this.#hearOne(beat, this.#heard.get(beat.runner))]),
		);
	}

	isGone(runner: string): boolean {
		return this.#heard.get(runner)?.isGone ?? false;
	}

	/** Sure of it, for it has been heard. */
	isThere(runner: string): boolean {
		const heard = this.#heard.get(runner);
		return heard !== undefined && heard.hasBeaten && !heard.isGone;
	}

	#hearOne(beat: Beat, before: Heard | undefined): Heard {
		const silence = before?.silence ?? new Silence();
		const isSilent = silence.look(this.clock, beat.beats) >= this.deadAfter;
		// Once could be a redeploy, after which the process has the store open again.
		const hasLeft = beat.hasLeft && before?.last.hasLeft === true;
		const hasBeaten = before !== undefined && before.last.beats !== beat.beats;
		return {
			silence,
			last: beat,
			hasBeaten: hasBeaten || (before?.hasBeaten ?? false),
			isGone: hasLeft || isSilent,
		};
	}
}
