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
/** No time to answer is as long, so a clock was set back meanwhile. */
const IMPOSSIBLE: Instant = 30 * 60_000;

/** Of a turn that has just been admitted. Nothing where the Gate does not ask for it. */
export function beginWatch(
	messageId: string | null,
	{ answerWithin: within, burstWindow, patience }: TurnSettings,
	{ now, at: since }: { now: Instant; at: Instant },
): Pick<OpenTurn, 'watch'> {
	if (within === 0) return {};
	// What it waits for before it goes to the bot is not the bot's time.
	const dueAt = now + within + MOST_WINDOWS * burstWindow + patience;
	return { watch: { messageId, within, since, dueAt, raised: 0 } };
}

/** The turn is with somebody from `now` on. */
export function goOnWatching(watch: Watch | undefined, now: Instant): Pick<OpenTurn, 'watch'> {
	if (!watch) return {};
	const { messageId, within, since, raised } = watch;
	return { watch: { messageId, within, since, raised, dueAt: now + within } };
}

/** Nobody has the turn any more. */
export function leaveWatched(watch: Watch | undefined, now: Instant): Pick<OpenTurn, 'watch'> {
	if (!watch) return {};
	const soon = now + LEFT_AGAIN_AFTER[Math.min(watch.raised, MOST_RAISED)]!;
	return { watch: { ...watch, dueAt: Math.min(watch.dueAt, soon) } };
}

export function isOverdue({ dueAt }: Watch, now: Instant): boolean {
	return now >= dueAt || dueAt - now > IMPOSSIBLE;
}

/** When the first of them is overdue; null: none is watched. */
export function answerBy(openTurns: readonly OpenTurn[]): Instant | null {
	let first: Instant | null = null;
	for (const { watch } of openTurns) {
		if (watch && (first === null || watch.dueAt < first)) first = watch.dueAt;
	}
	return first;
}
