import type { Services } from '../../handover/operations/services';
import type { HeldServices } from '../open-services';

export interface SharedServices {
	/** Opens the store on the first call, and again after a call on which that failed. */
	use<T>(work: (services: Services) => Promise<T>): Promise<T>;
	/** Waits for the work that is under way. */
	close(): Promise<void>;
}

/**
 * Holds the store open from the first use to the close. Node-RED closes nodes side by side and lets
 * an old node finish what it has in hand, so work may still come after the close: it opens the store
 * for itself.
 */
export function shareServices(hold: () => Promise<HeldServices>): SharedServices {
	let held: Promise<HeldServices> | undefined;
	let services: Services | undefined;
	let closed = false;
	const underWay = new Set<Promise<unknown>>();

	async function open(): Promise<HeldServices> {
		const opening = (held ??= hold());
		try {
			const opened = await opening;
			if (held === opening) services = opened.services;
			return opened;
		} catch (error) {
			if (held === opening) held = undefined;
			throw error;
		}
	}

	async function useOnce<T>(work: (services: Services) => Promise<T>): Promise<T> {
		const own = await hold();
		try {
			return await work(own.services);
		} finally {
			await own.release();
		}
	}

	return {
		async use(work) {
			if (closed) return await useOnce(work);
			const doing = services ? work(services) : open().then((opened) => work(opened.services));
			underWay.add(doing);
			try {
				return await doing;
			} finally {
				underWay.delete(doing);
			}
		},
		async close() {
			closed = true;
			await Promise.allSettled(underWay);
			const open = await held?.catch(() => undefined);
			held = undefined;
			services = undefined;
			await open?.release();
		},
	};
}
