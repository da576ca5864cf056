import { readByNetwork, type Exchange, type Network } from './network';
import type { Observation } from './observation';
import { readByRecurrentNetwork, type RecurrentNetwork } from './recurrent-network';
import type { Segment } from './text-features';
import type { Weighed } from './weigh';
import { QUESTIONS_IN_TABLE, weightOf, weightTable, type WeightTable } from './weight-table';

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

/** A model whose weights are in one table with those of the other questions. */
export interface Question extends Omit<LinearModel, 'weights'> {
	table: WeightTable;
	/** Which of the table's questions it is. */
	place: number;
}

/** Puts the weights of up to four models into one table. */
export function inOneTable<Name extends string>(
	models: Record<Name, LinearModel>,
): Record<Name, Question> {
	const named = Object.entries<LinearModel>(models);
	const table = weightTable(named.map(([, { weights }]) => weights));
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
			const loudness = part.loudness[index * QUESTIONS_IN_TABLE + place]!;
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

const LONGEST_QUOTE = 8;

/** The stretch of up to eight words in a segment that weighed most, as `[from, to)` of its tokens. */
export function decidingWords(
	{ table, place }: Question,
	observation: Observation,
	segment: Segment,
): [from: number, to: number] {
	const shares = new Float64Array(segment.to - segment.from);
	observation.emitSegment(segment, (hash, from, to, value) => {
		// A feature of the whole segment points at no word.
		if (to - from > 4) return;
		const share = (weightOf(table, place, hash) * value) / (to - from);
		for (let at = from; at < to; at++) shares[at - segment.from]! += share;
	});
	let most = -Infinity;
	let found: [number, number] = [segment.from, Math.min(segment.to, segment.from + LONGEST_QUOTE)];
	for (let from = 0; from < shares.length; from++) {
		let sum = 0;
		for (let to = from; to < Math.min(shares.length, from + LONGEST_QUOTE); to++) {
			sum += shares[to]!;
			if (sum <= most) continue;
			most = sum;
			found = [segment.from + from, segment.from + to + 1];
		}
	}
	return withoutEmptyEdges(found, (at) => shares[at - segment.from]!);
}

/** Of the heaviest word's share: one that weighs less explains nothing. */
const LEAST_SHARE = 0.1;

function withoutEmptyEdges(
	[from, to]: [number, number],
	shareOf: (at: number) => number,
): [number, number] {
	let most = 0;
	for (let at = from; at < to; at++) most = Math.max(most, shareOf(at));
	const isEmpty = (at: number) => to - from > 1 && shareOf(at) < LEAST_SHARE * most;
	while (isEmpty(to - 1)) to--;
	while (isEmpty(from)) from++;
	return [from, to];
}
