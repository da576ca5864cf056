import { MOST_WINDOWS } from './burst';
import type { Instant, OpenTurn, Watch } from './conversation';
import type { TurnSettings } from './turn-settings';

/** So often a turn comes back; then a human is called. */
export const MOST_RAISED = 3;
/**
 * Milliseconds after which a turn that is left comes back for the first, second and third time, and after
 * which a human is called.
 */
const LEFT_AGAIN_AFTER: readonly Instant[] = [0, 5_000, 20_000, 0];

/** Of a turn that has just been admitted, or received again. Nothing where nobody asks for it. */
export function beginWatch(
	messageId: string | null,
	{ answerWithin: within, untilConfirmed, burstWindow, patience }: TurnSettings,
	{ now, at: since }: { now: Instant; at: Instant },
	raised = 0,
): Pick<OpenTurn, 'watch'> {
	if (within === 0) return {};
	// What it waits for before it goes to the bot is not the bot's time.
	const dueIn = timeFor(within, raised) + MOST_WINDOWS * burstWindow + patience;
	const watch: Watch = { messageId, within, since, dueAt: now + dueIn, dueIn, raised };
	return { watch: untilConfirmed ? { ...watch, confirm: 'later' } : watch };
}

/** The turn is with somebody from `now` on, or with nobody, having come back. */
export function goOnWatching(watch: Watch | undefined, now: Instant): Pick<OpenTurn, 'watch'> {
	if (!watch) return {};
	const { passed: _passed, ...kept } = watch;
	const dueIn = timeFor(watch.within, watch.raised);
	return { watch: { ...kept, dueAt: now + dueIn, dueIn } };
}

/**
 * The turn was answered or handed over: it has its time, and its tries, once more for what is still to be
 * done of it.
 */
export function awaitConfirmation(watch: Watch, now: Instant): Pick<OpenTurn, 'watch'> {
	return goOnWatching({ ...watch, raised: 0, confirm: 'now' }, now);
}

/** Nobody is to answer it any more: its flow is to confirm it. */
export function isToConfirm({ watch }: Pick<OpenTurn, 'watch'>): boolean {
	return watch?.confirm === 'now';
}

/** Nobody has the turn any more. */
export function leaveWatched(watch: Watch | undefined, now: Instant): Pick<OpenTurn, 'watch'> {
	if (!watch) return {};
	const dueIn = Math.min(watch.dueIn, LEFT_AGAIN_AFTER[Math.min(watch.raised, MOST_RAISED)]!);
	return { watch: { ...watch, dueAt: now + dueIn, dueIn } };
}

/** Else a bot that always takes a little longer would be asked again and again, and never be heard. */
function timeFor(within: Instant, raised: number): Instant {
	return within * 2 ** raised;
}

/** When the first of them may be; null: none is watched. */
export function answerBy(openTurns: readonly OpenTurn[]): Instant | null {
	let first: Instant | null = null;
	for (const { watch } of openTurns) {
		if (watch && (first === null || watch.dueAt < first)) first = watch.dueAt;
	}
	return first;
}
