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
 * what else was likely. There a custom scenario is never surely false: the built-in classifier knows
 * it by its own words alone, and most who mean it use others.
 * @param asksCustom whether an enabled custom scenario may be true of the turn
 */
export function isUnsure(
	{ label, probability, runnerUp }: Classification,
	band: UnsureBand,
	asksCustom: boolean,
): boolean {
	if (label !== 'continue' && isInside(band, probability)) return true;
	const callsNobody = label === 'continue' || label === 'failedAttempt';
	return callsNobody && (asksCustom || isInside(band, runnerUp?.probability ?? 0));
}

function isInside({ from, to }: UnsureBand, probability: number): boolean {
	return probability >= from && probability < to;
}
