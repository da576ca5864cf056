import type { Evidence } from '../conversation/handover';

/** That something is so, how likely, and why. */
export interface Judged {
	/** 0 to 1. */
	probability: number;
	/** Only what is decided on has to be explained. */
	explain(): Evidence[];
}

/** Two judgements of the same thing: the stronger probability, the evidence of both. */
export function both(one: Judged | null, other: Judged | null): Judged | null {
	if (!one || !other) return one ?? other;
	const [stronger, weaker] = one.probability >= other.probability ? [one, other] : [other, one];
	return {
		probability: stronger.probability,
		explain: () => [...stronger.explain(), ...(weaker.probability >= 0.5 ? weaker.explain() : [])],
	};
}
