import { readByComparison, standsAlone, type ComparisonNetwork } from './comparison-network';
import { readByNetwork, type Exchange, type Network } from './network';
import { readByRecurrentNetwork, type RecurrentNetwork } from './recurrent-network';
import type { Segment } from './text-features';
import type { Weighed } from './weigh';
import { gather, WeightTable } from './weight-table';

/** Turns a score into a probability: 1 / (1 + e^-(slope * score + offset)); source: Platt, 1999. */
export interface Calibration {
	slope: number;
	offset: number;
}

/**
 * One question that is answered by weighing features: a logistic model over hashed features, in
 * which the segment that speaks loudest decides for its text (multiple-instance learning; Andrews,
 * Tsochantaridis and Hofmann, 2002).
 */
export interface LinearModel extends Calibration {
	/** One weight per bucket, a power of two of them. */
	weights: Int8Array;
	/** What a weight of 1 is worth. */
	scale: number;
	/** Of a text that stands alone, for there a comparison adds nothing; null where there is none. */
	alone: Calibration | null;
	/** Reads the turn before, too, and adds to the score; null where the weights do alone. */
	network: Network | null;
	/** Reads the text as a whole and adds to the score; null where the weights do alone. */
	recurrent: RecurrentNetwork | null;
	/** Compares the text with the turns before it and adds to the score; null where the weights do alone. */
	comparison: ComparisonNetwork | null;
}

/** A model whose weights are in one table with those of the questions that are asked of the same texts. */
export interface Question extends Omit<LinearModel, 'weights'> {
	table: WeightTable;
	/** Which of the table's weights are its own. */
	place: number;
}

/** Puts the weights of models side by side. */
export function inOneTable<Name extends string>(
	models: Record<Name, LinearModel>,
): Record<Name, Question> {
	const named = Object.entries<LinearModel>(models);
	const table = new WeightTable(named.map(([, { weights }]) => gather(weights)));
	const questions = named.map(([name, { weights: _, ...own }], place) => [
		name,
		{ ...own, table, place },
	]);
	return Object.fromEntries(questions) as Record<Name, Question>;
}

export interface Scored {
	probability: number;
	/** The segment that decided; null for a text without words. */
	segment: Segment | null;
}

/**
 * The answer to one question by all that was weighed for it.
 * @param exchange asked for where there is a network of any kind to read it
 */
export function score(
	question: Question,
	weighed: readonly Weighed[],
	exchange: () => Exchange,
): Scored {
	const { place, scale, network, recurrent, comparison } = question;
	let calibration: Calibration = question;
	let best = -Infinity;
	let decisive: Segment | null = null;
	let whole = 0;
	for (const part of weighed) {
		whole += part.whole[place]!;
		for (let index = 0; index < part.segments.length; index++) {
			const loudness = part.loudness[index]![place]!;
			if (loudness <= best) continue;
			best = loudness;
			decisive = part.segments[index]!;
		}
	}
	if (!decisive) return { probability: 0, segment: null };
	let total = (best + whole * WHOLE) * scale;
	if (network || recurrent || comparison) {
		const read = exchange();
		if (network) total += readByNetwork(network, read);
		if (recurrent) total += readByRecurrentNetwork(recurrent, read);
		if (comparison) total += readByComparison(comparison, read);
		if (standsAlone(read)) calibration = question.alone ?? question;
	}
	return { probability: probabilityOf(total, calibration), segment: decisive };
}

/** Between 0 and 1. */
export function probabilityOf(sum: number, { slope, offset }: Calibration): number {
	return 1 / (1 + Math.exp(-(slope * sum + offset)));
}

/** What one feature of the whole text counts, against a segment's, which are scaled to length 1. */
export const WHOLE = 0.3;
