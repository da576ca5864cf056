import type { Services } from './services';

const DAY = 86_400_000;
/** Long after any sender has given up delivering a message again. */
const KEEP_MESSAGE_IDS = 30 * DAY;
const KEEP_EVENTS = 365 * DAY;

/**
 * Removes what is past its time in the whole store, also from conversations in which nobody writes any
 * more. To be called now and then; returns the number of rows.
 */
export async function forgetOld({ store, clock }: Services): Promise<number> {
	const now = clock.now();
	return await store.prune({
		now,
		admissionsBefore: now - KEEP_MESSAGE_IDS,
		eventsBefore: now - KEEP_EVENTS,
	});
}

/**
 * As {@link forgetOld}, once in an hour of the clock among all who share the store, whoever comes first:
 * it looks through all there is.
 */
export async function forgetOldThisHour(services: Services): Promise<number> {
	const [day, time] = new Date(services.clock.now()).toISOString().split('T') as [string, string];
	const isMine = await services.store.spend(`forgetOld/${time.slice(0, 2)}`, day, 1);
	return isMine ? await forgetOld(services) : 0;
}
