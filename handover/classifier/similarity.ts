import type { ReadText, Token } from './read-text';
import { finish, hashWord, mix } from './text-features';
import { isTelling, topicAt } from './topics';

/** What a text is about: the beginnings of its words, by weight, and how these are spelt. */
export interface Features {
	/** Weight by hash: telling words have more of it than those that stand in every text. */
	words: ReadonlyMap<number, number>;
	/** The same, to go through: a map's entries would each be an object of their own. */
	hashes: readonly number[];
	weights: readonly number[];
	/** Euclidean length of the weights. */
	length: number;
	/** Three letters each, over word boundaries; in scripts without spaces, two characters. */
	grams: ReadonlySet<number>;
	/** What it is about, whatever the words and the language for it. */
	topics: ReadonlySet<number>;
	/** All words in order: equal for the same text but for punctuation, capitals, accents and pictures shown twice. */
	verbatim: number;
	/** Hashes of its first and its last word; 0 in a text without words. */
	first: number;
	last: number;
}

/** How telling words are, by the lower bits of their hash: 0 for `the` to 255 for a word never seen. */
export type WordWeights = Uint8Array;

/** Weight from which a word says what a text is about. */
export const TELLING = 0.5;

/** {@link Features.verbatim} of a text without words. */
export const WORDLESS = 0x811c9dc5 | 0;

const STEM = 5;
const GRAM = 3;

export function featuresOf(read: ReadText, weights: WordWeights): Features {
	const words = new Map<number, number>();
	const grams = new Set<number>();
	const { tokens } = read;
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at]!;
		const key = keyAt(tokens, at);
		if (key === 0) continue;
		words.set(key, weightOf(key, weights));
		if (token.kind === 'character') grams.add(key);
		else addGrams(token.word, grams);
	}
	const hashAt = (at: number) => (tokens.length > 0 ? hashWord(tokens.at(at)!.word) : 0);
	const verbatim = verbatimOf(tokens);
	return {
		...weighted(words),
		grams,
		topics: topicsOf(tokens),
		verbatim,
		first: hashAt(0),
		last: hashAt(-1),
	};
}

function topicsOf(tokens: readonly Token[]): Set<number> {
	const found = new Set<number>();
	for (let at = 0; at < tokens.length;) {
		const { meaning, length } = topicAt(tokens, at);
		if (meaning && isTelling(meaning)) found.add(meaning);
		at += length;
	}
	return found;
}

/** See {@link Features.verbatim}. */
export function verbatimOf(tokens: readonly Token[]): number {
	return tokens.reduce((hash, { kind, word }, at) => {
		const isShownAgain = kind === 'emoji' && word === tokens[at - 1]?.word;
		return isShownAgain ? hash : mix(hash, hashWord(word));
	}, WORDLESS);
}

/**
 * By which a word is found in {@link Features.words}: its stem, or in scripts without spaces a
 * character and the next; 0 for what is not compared.
 */
export function keyAt(tokens: readonly Token[], at: number): number {
	const token = tokens[at]!;
	if (token.kind === 'word') return stemOf(token.word);
	const next = tokens[at + 1];
	if (token.kind === 'emoji' || next?.kind !== 'character' || next.clause !== token.clause)
		return 0;
	return finish(mix(hashWord(token.word), hashWord(next.word)));
}

/** Words in the form in which they are compared. */
export function weighted(
	words: ReadonlyMap<number, number>,
): Pick<Features, 'words' | 'hashes' | 'weights' | 'length'> {
	const weights = [...words.values()];
	let squares = 0;
	for (const weight of weights) squares += weight * weight;
	return { words, hashes: [...words.keys()], weights, length: Math.sqrt(squares) };
}

export function weightOf(hash: number, weights: WordWeights): number {
	return weights[hash & (weights.length - 1)]! / 255;
}

function addGrams(word: string, grams: Set<number>): void {
	const { length } = word;
	for (let start = -1; start + GRAM <= length + 1; start++) {
		let hash = 0;
		for (let at = start; at < start + GRAM; at++) {
			hash = mix(hash, at < 0 || at >= length ? 0x20 : word.charCodeAt(at));
		}
		grams.add(hash);
	}
}

/**
 * Cuts off what most inflections change. Too short to tell `order` from `orders`, long enough for
 * `card`.
 */
export function stemOf(word: string): number {
	const singular = word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
	return finish(hashWord(singular.length > STEM ? singular.slice(0, STEM) : singular));
}

/** How many words say what the text is about. */
export function countTelling({ weights }: Features): number {
	let count = 0;
	for (const weight of weights) if (weight >= TELLING) count++;
	return count;
}

/** How many words that say what `text` is about are not in `other`. */
export function countAdded(text: Features, other: Features): number {
	const { hashes, weights } = text;
	let count = 0;
	for (let at = 0; at < hashes.length; at++) {
		if (weights[at]! >= TELLING && !other.words.has(hashes[at]!)) count++;
	}
	return count;
}

/** 0 for nothing in common to 1 for the same words. */
export function similarity(a: Features, b: Features): number {
	if (a.verbatim === b.verbatim) return a.words.size + a.grams.size === 0 ? 0 : 1;
	return 0.6 * wordSimilarity(a, b) + 0.4 * spellingSimilarity(a, b);
}

/** Cosine of the weighted words. */
export function wordSimilarity(a: Features, b: Features): number {
	if (a.length === 0 || b.length === 0) return 0;
	return shared(a, b) / (a.length * b.length);
}

/** Squares of the weights that both have, added up. */
function shared({ hashes, weights }: Features, { words }: Features): number {
	let sum = 0;
	for (let at = 0; at < hashes.length; at++) {
		if (words.has(hashes[at]!)) sum += weights[at]! * weights[at]!;
	}
	return sum;
}

export function spellingSimilarity(a: Features, b: Features): number {
	if (a.grams.size === 0 || b.grams.size === 0) return 0;
	const [small, large] = a.grams.size < b.grams.size ? [a.grams, b.grams] : [b.grams, a.grams];
	let count = 0;
	for (const gram of small) if (large.has(gram)) count++;
	return count / Math.sqrt(a.grams.size * b.grams.size);
}

/** How much of what `part` says is said in `whole`, 0 to 1. */
export function containment(part: Features, whole: Features): number {
	if (part.length === 0) return 0;
	return shared(part, whole) / (part.length * part.length);
}

/** How many topics two texts have in common, and how many each has alone. */
export function compareTopics(
	{ topics: own }: Features,
	{ topics: others }: Features,
): { common: number; own: number; others: number } {
	let common = 0;
	for (const topic of own) if (others.has(topic)) common++;
	return { common, own: own.size - common, others: others.size - common };
}
