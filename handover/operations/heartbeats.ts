import type { Beat } from '../stores/records';
import type { Clock } from './services';
import { Silence } from './silence';

/** Milliseconds: several beats, one of which may come late, or be lost with the store. */
export const DEAD_AFTER = 30_000;

interface Heard {
	silence: Silence;
	last: Beat;
	/** Its number when the host was first found to say that it has ended. */
	endedWith: number | undefined;
	isGone: boolean;
}

/**
 * Which of those who share the store are gone, by the beats that each leaves in it (ADR 22), and sooner
 * where the host knows that they have ended. Whoever beats on after that is in a container that the host
 * cannot see into, and only the beats count. Of whom it has never heard, a process of an older version
 * perhaps, only the host may know something.
 */
export class Heartbeats {
	#heard = new Map<string, Heard>();
	/** When the last look began: elapsed time of our own. */
	#lookedAt = -Infinity;

	constructor(
		private readonly clock: Pick<Clock, 'elapsed'>,
		private readonly hasEnded: (runner: string) => boolean = () => false,
	) {}

	/** Hears all of them, with each beat of our own, which began at `lookedAt`. */
	hear(beats: Beat[], lookedAt = this.clock.elapsed()): void {
		this.#heard = new Map(
			beats.map((beat) => [beat.runner, this.#hearOne(beat, this.#heard.get(beat.runner))]),
		);
		this.#lookedAt = lookedAt;
	}

	/** When the last look began: elapsed time of our own, before all others where there was none. */
	get lookedAt(): number {
		return this.#lookedAt;
	}

	/** The number of the runner's last beat at that look; undefined: nothing was heard of it. */
	beatsOf(runner: string): number | undefined {
		return this.#heard.get(runner)?.last.beats;
	}

	isGone(runner: string): boolean {
		const heard = this.#heard.get(runner);
		if (heard?.isGone) return true;
		return !isElsewhere(heard) && this.hasEnded(runner);
	}

	#hearOne(beat: Beat, before: Heard | undefined): Heard {
		const silence = before?.silence ?? new Silence();
		const isSilent = silence.look(this.clock, beat.beats) >= DEAD_AFTER;
		// Once could be a redeploy, after which the process has the store open again.
		const hasLeft = beat.hasLeft && before?.last.hasLeft === true;
		const endedWith = before?.endedWith ?? (this.hasEnded(beat.runner) ? beat.beats : undefined);
		return { silence, last: beat, endedWith, isGone: hasLeft || isSilent };
	}
}

function isElsewhere(heard: Heard | undefined): boolean {
	return heard?.endedWith !== undefined && heard.endedWith !== heard.last.beats;
}
