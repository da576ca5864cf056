import { readByNetwork, type Exchange, type Network } from './network';
import { readByRecurrentNetwork, type RecurrentNetwork } from './recurrent-network';
import type { Segment } from './text-features';
import type { Weighed } from './weigh';
import { gather, WeightTable } from './weight-table';

/**
 * One question that is answered by weighing features: a logistic model over hashed features, in
 * which the segment that speaks loudest decides for its text (multiple-instance learning; Andrews,
 * Tsochantaridis and Hofmann, 2002).
 */
export interface LinearModel {
	/** One weight per bucket, a power of two of them. */
	weights: Int8Array;
	/** What a weight of 1 is worth. */
	scale: number;
	/** Turn a score into a probability: 1 / (1 + e^-(slope * score + offset)); source: Platt, 1999. */
	slope: number;
	offset: number;
	/** Reads the turn before, too, and adds to the score; null where the weights do alone. */
	network: Network | null;
	/** Reads the text as a whole and adds to the score; null where the weights do alone. */
	recurrent: RecurrentNetwork | null;
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
 * @param exchange asked for where there is a network of either kind to read it
 */
export function score(
	{ place, scale, slope, offset, network, recurrent }: Question,
	weighed: readonly Weighed[],
	exchange: () => Exchange,
): Scored {
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
	if (network || recurrent) {
		const read = exchange();
		if (network) total += readByNetwork(network, read);
		if (recurrent) total += readByRecurrentNetwork(recurrent, read);
	}
	return { probability: 1 / (1 + Math.exp(-(slope * total + offset))), segment: decisive };
}

/** What one feature of the whole text counts, against a segment's, which are scaled to length 1. */
export const WHOLE = 0.3;
