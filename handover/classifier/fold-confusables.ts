import { FOREIGN_LOOK_ALIKES, LATIN_LOOK_ALIKES } from './look-alikes';

const latin = lookAlikes(LATIN_LOOK_ALIKES);
const foreign = lookAlikes(FOREIGN_LOOK_ALIKES);
const LATIN = /[a-z]/;
const GREEK = /\p{Script=Greek}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const FOREIGN = /(?!\p{Script=Latin})\p{L}/gu;

/**
 * `humаn` with a Cyrillic `а` is `human`: a word of two scripts is read as Latin when all its other
 * letters look like Latin ones. A word of one script is left as it is, but for Latin letters that only
 * phonetics or few languages use.
 * @param word in lower case
 */
export function foldConfusables(word: string): string {
	return foldForeign(latin.fold(word));
}

function foldForeign(word: string): string {
	if (!isMixed(word)) return word;
	const others = word.match(FOREIGN) ?? [];
	return others.every(foreign.has) ? foreign.fold(word) : word;
}

function isMixed(word: string): boolean {
	return LATIN.test(word) || (GREEK.test(word) && CYRILLIC.test(word));
}

/** @param byLook the letters that look like one, by that one. */
function lookAlikes(byLook: Readonly<Record<string, string>>) {
	const looks = new Map(
		Object.entries(byLook).flatMap(([look, letters]) =>
			[...letters].map((letter) => [letter, look] as const),
		),
	);
	const any = new RegExp(`[${[...looks.keys()].join('')}]`, 'g');
	return {
		has: (letter: string) => looks.has(letter),
		fold: (word: string) => word.replace(any, (letter) => looks.get(letter)!),
	};
}
