import { foldWord } from './fold-word';
import { meaningOf } from './meanings';

/** A word whose letters stand one by one: so some write to get past a filter. */
interface Spelt {
	letters: string;
	start: number;
	end: number;
}

const LETTER = String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}]`;
/** What is no such letter after all, but the beginning of a word or of an address. */
const GOES_ON = String.raw`[\p{L}\p{N}\p{M}_'’@]`;
/** Marks or pictures; what stands between commas is a list. */
const MARKS = String.raw` ?(?:[^\P{P},،、;؛'’@]\uFE0F?|\p{S}\uFE0F?){1,3} ?`;

/** `h|u|m|a|n`: at least four letters, with the same between all of them. */
const MARKED = new RegExp(
	String.raw`${LETTER}(?=(${MARKS})${LETTER})(?:\1${LETTER}){3,80}(?!\1?${GOES_ON})`,
	'uy',
);
/** `h u m a n`: at least four letters, some of them further apart where a word ends. */
const SPACED = new RegExp(`${LETTER}(?: {1,4}${LETTER}(?!${GOES_ON})){3,80}`, 'uy');
const SPACED_WORD = /[^ ]+(?: [^ ]+)*/g;

/** Whether a word from one place to another may be the first letter of one that is spelt. */
export function mayBeSpelt(text: string, start: number, end: number): boolean {
	return end === start + 1 || text[start + 1] === '_';
}

/** Letters that are words by themselves, in Latin and Cyrillic. */
const ONE_LETTER = /^[aeioyàувкосия]$/u;

/** The words that are spelt from a place on; none where no spelling begins. */
export function spellingAt(text: string, at: number): Spelt[] {
	const [marked, mark] = execAt(MARKED, text, at);
	if (marked)
		return [{ letters: marked.split(mark!).join(''), start: at, end: at + marked.length }];
	const [spaced] = execAt(SPACED, text, at);
	return Array.from(spaced?.matchAll(SPACED_WORD) ?? [], ({ 0: word, index }) =>
		apartFromOneLetter({
			letters: word.replaceAll(' ', ''),
			start: at + index,
			end: at + index + word.length,
		}),
	).flat();
}

/** `a h u m a n` is two words, of which the first has one letter; `a g e n t` is one. */
function apartFromOneLetter(word: Spelt): Spelt[] {
	const { letters, start, end } = word;
	const [first, rest] = [letters.slice(0, 1), letters.slice(1)];
	const isApart = ONE_LETTER.test(first) && !meaningOf(foldWord(letters));
	if (!isApart || !meaningOf(foldWord(rest))) return [word];
	return [
		{ letters: first, start, end: start + 1 },
		{ letters: rest, start: start + 2, end },
	];
}

function execAt(pattern: RegExp, text: string, at: number): ReadonlyArray<string | undefined> {
	pattern.lastIndex = at;
	return pattern.exec(text) ?? [];
}
