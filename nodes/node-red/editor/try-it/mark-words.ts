/** A stretch of a text, marked where it decided. */
export interface Stretch {
	text: string;
	marked: boolean;
}

/** The first place of `quoted` in `text`; wholly unmarked when it is not there. */
export function markQuote(text: string, quoted: string): Stretch[] {
	const at = quoted === '' ? -1 : text.indexOf(quoted);
	if (at < 0) return stretches([[text, false]]);
	return stretches([
		[text.slice(0, at), false],
		[quoted, true],
		[text.slice(at + quoted.length), false],
	]);
}

/** The words that `text` has in common with `other`, but for their endings; without any, all of it. */
export function markCommonWords(text: string, other: string): Stretch[] {
	const known = new Set(Array.from(other.matchAll(WORD), ([word]) => stemOf(word)));
	const parts: Array<[string, boolean]> = [];
	let end = 0;
	for (const { 0: word, index } of text.matchAll(WORD)) {
		parts.push([text.slice(end, index), false], [word, known.has(stemOf(word))]);
		end = index + word.length;
	}
	parts.push([text.slice(end), false]);
	return parts.some(([, marked]) => marked) ? stretches(parts) : stretches([[text, true]]);
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Letters that stay the same in most inflections; the classifier compares as many. */
const STEM = 5;

function stemOf(word: string): string {
	const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	return plain.slice(0, STEM);
}

function stretches(parts: Array<[text: string, marked: boolean]>): Stretch[] {
	return parts.filter(([text]) => text !== '').map(([text, marked]) => ({ text, marked }));
}
