import type { ConversationRef, OpenTurn } from '../conversation/conversation';
import type { WatchedTurns } from '../stores/records';
import type { Clock } from './services';
import { Silence } from './silence';

/**
 * For how long each turn that is watched has been as it is: measured by our own elapsed time from when
 * we first saw it so, as clocks of hosts differ and are set, and whoever hung has seen no silence.
 */
export class OverdueTurns {
	#seen = new Map<string, Silence>();

	/** A look at all that are watched; returns those whose time is over. What is gone is forgotten. */
	look(clock: Pick<Clock, 'elapsed'>, watched: readonly WatchedTurns[]): Set<OpenTurn> {
		const seen = new Map<string, Silence>();
		const overdue = new Set<OpenTurn>();
		for (const { openTurns, ...ref } of watched) {
			for (const turn of openTurns) {
				if (!turn.watch) continue;
				const key = stampOf(ref, turn);
				const silence = this.#seen.get(key) ?? new Silence();
				seen.set(key, silence);
				if (silence.look(clock, 0) >= turn.watch.dueIn) overdue.add(turn);
			}
		}
		this.#seen = seen;
		return overdue;
	}
}

/** Another one each time that somebody takes the turn up, goes on with it, leaves it or raises it. */
export function stampOf(
	{ botId, conversationId }: ConversationRef,
	{ seq, runner, watch }: OpenTurn,
): string {
	const { since, dueAt, dueIn, raised } = watch ?? {};
	return JSON.stringify([botId, conversationId, seq, runner, since, dueAt, dueIn, raised]);
}
