import { isStopWord } from './books';
import type { ReadText, Token } from './read-text';

/** What a text is about: the beginnings of its telling words, and how these are spelt. */
export interface Features {
	words: ReadonlySet<string>;
	/** Three letters each, over word boundaries; in scripts without spaces, two characters. */
	grams: ReadonlySet<string>;
	/** All words in order: equal for the same text but for punctuation, capitals and accents. */
	verbatim: string;
}

const STEM = 5;

export function featuresOf(read: ReadText): Features {
	const words = new Set<string>();
	const grams = new Set<string>();
	const { tokens } = read;
	tokens.forEach((token, index) => {
		if (token.kind === 'character') addPair(token, tokens[index + 1], words, grams);
		if (token.kind !== 'word') return;
		if (!isStopWord(token.word)) words.add(stem(token.word));
		const padded = ` ${token.word} `;
		for (let at = 0; at + 3 <= padded.length; at++) grams.add(padded.slice(at, at + 3));
	});
	return { words, grams, verbatim: tokens.map(({ word }) => word).join(' ') };
}

function addPair(token: Token, next: Token | undefined, words: Set<string>, grams: Set<string>) {
	if (next?.kind !== 'character' || next.clause !== token.clause) return;
	grams.add(token.word + next.word);
	if (!isStopWord(token.word) || !isStopWord(next.word)) words.add(token.word + next.word);
}

/** Cuts off what most inflections change. Too short to tell `order` from `orders`, long enough for `card`. */
function stem(word: string): string {
	const singular = word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
	return singular.length > STEM ? singular.slice(0, STEM) : singular;
}

/** 0 for nothing in common to 1 for the same words. */
export function similarity(a: Features, b: Features): number {
	if (a.verbatim === b.verbatim) return a.verbatim === '' ? 0 : 1;
	return 0.6 * cosine(a.words, b.words) + 0.4 * cosine(a.grams, b.grams);
}

/** How much of `part` is found in `whole`, 0 to 1. */
export function containment(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
	return part.size === 0 ? 0 : shared(part, whole) / part.size;
}

function cosine(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	return a.size === 0 || b.size === 0 ? 0 : shared(a, b) / Math.sqrt(a.size * b.size);
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	const [small, large] = a.size < b.size ? [a, b] : [b, a];
	let count = 0;
	for (const one of small) if (large.has(one)) count++;
	return count;
}
