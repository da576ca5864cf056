import type { Classification } from '../classifier';

/** Probabilities from `from` up to, but without, `to` are unsure. */
export interface UnsureBand {
	from: number;
	to: number;
}

/** Sure enough for anybody, wherever the band ends. */
const SURE = 0.9;

/** The contact asks for a human, beyond doubt: nobody overrules that. */
export function isSureRequest({ label, probability }: Classification, band: UnsureBand): boolean {
	return label === 'contactRequest' && probability >= Math.min(band.to, SURE);
}

/**
 * Whether a second opinion could change who answers. Where the label calls nobody, that depends on
 * what else was likely.
 */
export function isUnsure(
	{ label, probability, runnerUp }: Classification,
	band: UnsureBand,
): boolean {
	if (label !== 'continue' && isInside(band, probability)) return true;
	// That there may be nothing to do is as sure as the label is.
	const other = runnerUp && runnerUp.label !== 'continue' ? runnerUp.probability : 0;
	return callsNobody(label) && isInside(band, other);
}

/** What the built-in classifier says of a turn that may be left to the bot. */
export function callsNobody(label: Classification['label']): boolean {
	return label === 'continue' || label === 'failedAttempt';
}

function isInside({ from, to }: UnsureBand, probability: number): boolean {
	return probability >= from && probability < to;
}
