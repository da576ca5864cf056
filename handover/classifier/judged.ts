import type { Evidence } from '../conversation/handover';

/** That something is so, how likely, and why. */
export interface Judged {
	/** 0 to 1. */
	probability: number;
	evidence: Evidence[];
}

/** Two judgements of the same thing: the stronger probability, the evidence of both. */
export function both(one: Judged | null, other: Judged | null): Judged | null {
	if (!one || !other) return one ?? other;
	return {
		probability: Math.max(one.probability, other.probability),
		evidence: [...one.evidence, ...other.evidence],
	};
}
