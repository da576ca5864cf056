import type { Classification } from '../classifier';

/** Probabilities from `from` up to, but without, `to` are unsure. */
export interface UnsureBand {
	from: number;
	to: number;
}

/** A custom scenario may get up to this of a message that has nothing in common with it. */
const NOTHING_IN_COMMON = 0.17;

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
	const other = runnerUp?.label === 'continue' ? null : runnerUp;
	const from = other?.label === 'custom' ? leastOfCustom(band) : band.from;
	return callsNobody(label) && isInside({ ...band, from }, other?.probability ?? 0);
}

/** What the built-in classifier says of a turn that may be left to the bot. */
export function callsNobody(label: Classification['label']): boolean {
	return label === 'continue' || label === 'failedAttempt';
}

/** A band from 0 is meant to take in everything. */
function leastOfCustom({ from }: UnsureBand): number {
	return from > 0 ? Math.max(from, NOTHING_IN_COMMON) : from;
}

function isInside({ from, to }: UnsureBand, probability: number): boolean {
	return probability >= from && probability < to;
}
