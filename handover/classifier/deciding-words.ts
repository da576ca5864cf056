import type { Question } from './linear-model';
import type { Observation } from './observation';
import { quote, type Token } from './read-text';
import type { Segment } from './text-features';

/** In words. In scripts without spaces, half a word a character. */
const LONGEST_QUOTE = 8;
/** Of the heaviest word's share: one that weighs less explains nothing. */
const LEAST_SHARE = 0.1;

/** From the first token to before the last. */
type Stretch = [from: number, to: number];

/**
 * The words in a segment that weighed most, as they were written. They are a clause, or several, where
 * these are no longer than a quotation may be: `you are not` explains less than `you are not listening`.
 * Of several that are longer together they are the one in which most of it is, unless that is too long as well.
 */
export function decidingWords(
	question: Question,
	observation: Observation,
	segment: Segment,
): string {
	const { read } = observation;
	const shares = sharesOf(question, observation, segment);
	const shareOf = (at: number) => shares[at - segment.from]!;
	const heaviest = withoutEmptyEdges(heaviestStretch(read.tokens, segment, shareOf), shareOf);
	const clauses = clausesOf(read.tokens, segment, heaviest);
	const weightOf = ([from, to]: Stretch) => {
		const [start, end] = [Math.max(from, heaviest[0]), Math.min(to, heaviest[1])];
		return shares.slice(start - segment.from, end - segment.from).reduce((a, b) => a + b, 0);
	};
	const whole: Stretch = [clauses[0]![0], clauses.at(-1)![1]];
	const [one] = clauses.toSorted((a, b) => weightOf(b) - weightOf(a));
	const isShort = (stretch: Stretch) => lengthOf(read.tokens, stretch) <= LONGEST_QUOTE;
	return quote(read, ...([whole, one!].find(isShort) ?? heaviest));
}

/** What the features of each token weigh. */
function sharesOf(
	{ table, place }: Question,
	observation: Observation,
	segment: Segment,
): Float64Array {
	const shares = new Float64Array(segment.to - segment.from);
	observation.emitSegment(segment, (hash, from, to, value) => {
		// A feature of the whole segment points at no word.
		if (to - from > 4) return;
		const share = (table.weightOf(place, hash) * value) / (to - from);
		for (let at = from; at < to; at++) shares[at - segment.from]! += share;
	});
	return shares;
}

function heaviestStretch(
	tokens: readonly Token[],
	segment: Segment,
	shareOf: (at: number) => number,
): Stretch {
	let most = -Infinity;
	let found: Stretch = [segment.from, segment.from + 1];
	for (let from = segment.from; from < segment.to; from++) {
		let sum = 0;
		let size = 0;
		for (let to = from; to < segment.to; to++) {
			size += sizeOf(tokens[to]!);
			if (size > LONGEST_QUOTE) break;
			sum += shareOf(to);
			if (sum <= most) continue;
			most = sum;
			found = [from, to + 1];
		}
	}
	return found;
}

function sizeOf({ kind }: Token): number {
	return kind === 'character' ? 0.5 : 1;
}

function withoutEmptyEdges([from, to]: Stretch, shareOf: (at: number) => number): Stretch {
	let most = 0;
	for (let at = from; at < to; at++) most = Math.max(most, shareOf(at));
	const isEmpty = (at: number) => to - from > 1 && shareOf(at) < LEAST_SHARE * most;
	while (isEmpty(to - 1)) to--;
	while (isEmpty(from)) from++;
	return [from, to];
}

/** The clauses that a stretch is part of, whole. */
function clausesOf(tokens: readonly Token[], segment: Segment, [from, to]: Stretch): Stretch[] {
	const isSame = (one: number, other: number) => tokens[one]!.clause === tokens[other]!.clause;
	while (from > segment.from && isSame(from - 1, from)) from--;
	while (to < segment.to && isSame(to, to - 1)) to++;
	const clauses: Stretch[] = [];
	for (let at = from; at < to; at++) {
		if (at > from && isSame(at, at - 1)) clauses.at(-1)![1] = at + 1;
		else clauses.push([at, at + 1]);
	}
	return clauses;
}

/** In words. */
function lengthOf(tokens: readonly Token[], [from, to]: Stretch): number {
	return tokens.slice(from, to).reduce((sum, token) => sum + sizeOf(token), 0);
}
