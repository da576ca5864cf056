import type { LanguageModel } from './language-model';
import { ModelFailure, toModelFailure } from './model-failure';
import { retry } from './retry';
import type { Slots } from './slots';

export interface ModelLimits {
	/** Milliseconds for everything together: the contact waits no longer than that for a model. */
	timeOut: number;
	/** Calls at once. */
	concurrency: number;
	/** Calls in a UTC day; 0 is no limit. */
	dailyBudget: number;
}

/** What a limited model needs of its surroundings. */
export interface ModelGuard {
	/** Shared by all who call this model in this process. */
	slots: Slots;
	/** Takes one call from the budget of the day (`YYYY-MM-DD`, UTC); false when it is spent. */
	spend(day: string, most: number): Promise<boolean>;
	/** Rejects when the signal fires. */
	wait(milliseconds: number, signal: AbortSignal): Promise<void>;
	/** 0 to 1. */
	random(): number;
	/** Milliseconds since 1970. */
	now(): number;
}

/**
 * The same model within its limits. A failure that passes is tried again as long as there is time;
 * each try counts as a call.
 */
export function limitModel(
	model: LanguageModel,
	limits: ModelLimits,
	guard: ModelGuard,
): LanguageModel {
	return {
		name: model.name,
		async complete(request, signal) {
			const timeOut = AbortSignal.timeout(limits.timeOut);
			const end = AbortSignal.any([signal, timeOut]);
			const endsAt = guard.now() + limits.timeOut;
			const attempt = async () => {
				const free = await guard.slots.take(limits.concurrency, end);
				const call = spend(limits, guard).then(async () => {
					// A store may have taken its time.
					end.throwIfAborted();
					return await model.complete(request, end);
				});
				void untilOver(call, end, limits, guard).finally(free);
				return await untilAborted(end, call);
			};
			const trying = retry(attempt, {
				...guard,
				wait: async (milliseconds) => await guard.wait(milliseconds, end),
				timeLeft: () => endsAt - guard.now(),
			});
			try {
				return await trying;
			} catch (error) {
				if (signal.aborted) throw new ModelFailure('closed');
				const failure = toModelFailure(error, guard.now());
				throw timeOut.aborted && failure.reason !== 'busy' ? new ModelFailure('timeout') : failure;
			}
		},
	};
}

async function spend({ dailyBudget }: ModelLimits, guard: ModelGuard): Promise<void> {
	if (dailyBudget === 0) return;
	const day = new Date(guard.now()).toISOString().slice(0, 10);
	const isLeft = await guard.spend(day, dailyBudget).catch((cause: unknown) => {
		throw new ModelFailure('budget unknown', null, { cause });
	});
	if (!isLeft) throw new ModelFailure('budget spent');
}

/**
 * Resolves when the call is over. One that heeds no signal runs on although nobody waits for it, and
 * keeps its slot: no more calls run than may. After another time-out it counts as lost.
 */
async function untilOver(
	call: Promise<unknown>,
	end: AbortSignal,
	{ timeOut }: ModelLimits,
	guard: ModelGuard,
): Promise<void> {
	const over = new AbortController();
	const lost = Promise.withResolvers<void>();
	const giveUp = () => void guard.wait(timeOut, over.signal).then(lost.resolve, lost.resolve);
	if (end.aborted) giveUp();
	end.addEventListener('abort', giveUp, { once: true, signal: over.signal });
	await Promise.race([call.catch(() => undefined), lost.promise]);
	over.abort();
}

/** Not every library heeds a signal: whoever waits here waits no longer than it says. */
async function untilAborted<T>(signal: AbortSignal, call: Promise<T>): Promise<T> {
	const { promise, reject } = Promise.withResolvers<never>();
	const stop = () => reject(new ModelFailure('timeout'));
	if (signal.aborted) stop();
	signal.addEventListener('abort', stop, { once: true });
	try {
		return await Promise.race([call, promise]);
	} finally {
		signal.removeEventListener('abort', stop);
	}
}
