import type { ActionOutcome } from './action';

/** The action is not wanted, or has nothing to do. Final for this handover. */
export function skip(reason: string): ActionOutcome {
	return { status: 'skipped', reason, writes: [], result: null };
}
