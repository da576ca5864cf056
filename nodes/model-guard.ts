import { setTimeout as wait } from 'node:timers/promises';
import type { ModelGuard } from '../handover/classifier/language-model/limit-model';
import type { Slots } from '../handover/classifier/language-model/slots';
import type { Services } from '../handover/operations/services';

/**
 * What a model's limits need, on both platforms alike.
 * @param budget under this name all processes on the store count the model's calls together
 */
export function guardModel({ store, clock }: Services, budget: string, slots: Slots): ModelGuard {
	return {
		slots,
		spend: async (day, most) => await store.spend(budget, day, most),
		wait: async (milliseconds, signal) => await wait(milliseconds, undefined, { signal }),
		random: () => Math.random(),
		now: () => clock.now(),
	};
}
