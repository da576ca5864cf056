import { kindOf, Kind } from './character-kind';
import { foldWord } from './fold-word';
import { tagAt, type Tag } from './html-tags';
import { plainLetters } from './plain-letters';
import { mayBeSpelt, spellingAt } from './spelling';

/** Longer texts are judged by their beginning and their end: a request stands in one of the two. */
const MOST_AT_START = 2_000;
const MOST_AT_END = 500;

/** One word; in scripts without spaces, and in Korean, one character. */
export interface Token {
	/** Lower case, without accents and apostrophes. */
	word: string;
	/** Where it stands in {@link ReadText.text}. */
	start: number;
	end: number;
	/** Number of the sentence it is in. */
	sentence: number;
	/** Number of the clause it is in: sentences are split further at commas. */
	clause: number;
	/** Inside quotation marks, so somebody else's words. */
	quoted: boolean;
	kind: 'word' | 'character' | 'emoji';
}

export interface ReadText {
	/** What was judged, in compatibility normal form, with the contact's own capitals and accents. */
	text: string;
	tokens: Token[];
	endsWithQuestion: boolean;
}

const PICTURE = /\p{Extended_Pictographic}/u;
const SKIN_TONE = /[\u{1F3FB}-\u{1F3FF}]/u;

/** Never throws, and takes time bounded whatever the length. */
export function readText(input: string): ReadText {
	const text = shorten(input);
	const reading: Reading = {
		text,
		tokens: [],
		sentence: 0,
		clause: 0,
		closingQuote: -1,
		unclosed: new Map(),
	};
	let at = 0;
	while (at < text.length) at = readNext(reading, at);
	return {
		text,
		tokens: reading.tokens,
		endsWithQuestion: /[?？؟]["'”»」)\s]*$/.test(text.slice(-20)),
	};
}

interface Reading {
	text: string;
	tokens: Token[];
	sentence: number;
	clause: number;
	/** Where the quotation that was opened last ends. */
	closingQuote: number;
	/** By opening mark, up to where none of its closing marks ends a quotation. */
	unclosed: Map<string, number>;
}

const OPENS_TAG = '<'.charCodeAt(0);

/** Reads what begins at a place, and says where the next thing does. */
function readNext(reading: Reading, at: number): number {
	const unit = reading.text.charCodeAt(at);
	if (unit >= 0xd800 && unit <= 0xdfff) return readPair(reading, at);
	const kind = kindOf(unit);
	if (kind === Kind.Letter) return readWord(reading, at);
	if (kind === Kind.Character) return add(reading, at, at + 1, 'character');
	const tag = unit === OPENS_TAG ? tagAt(reading.text, at) : null;
	if (tag) return readTag(reading, tag);
	if (kind === Kind.SentenceEnd && !isInsideWord(reading.text, at)) reading.sentence++;
	if (kind === Kind.SentenceEnd || kind === Kind.Comma) reading.clause++;
	const mayOpen = (kind === Kind.Quote || kind === Kind.Apostrophe) && at > reading.closingQuote;
	if (mayOpen) reading.closingQuote = endOfQuote(reading, at);
	return at + 1;
}

function readTag(reading: Reading, { end, isBlock }: Tag): number {
	if (isBlock) {
		reading.sentence++;
		reading.clause++;
	}
	return end;
}

function readWord(reading: Reading, at: number): number {
	const end = endOfWord(reading.text, at);
	const spelt = mayBeSpelt(reading.text, at, end) ? spellingAt(reading.text, at) : [];
	for (const word of spelt) {
		add(reading, word.start, word.end, 'word');
		reading.tokens.at(-1)!.word = foldWord(word.letters);
	}
	return spelt.at(-1)?.end ?? add(reading, at, end, 'word');
}

function add(reading: Reading, start: number, end: number, kind: Token['kind']): number {
	const { text, tokens, sentence, clause, closingQuote } = reading;
	const written = text.slice(start, end);
	const word = kind === 'word' ? foldWord(written) : written;
	tokens.push({ word, start, end, sentence, clause, quoted: start < closingQuote, kind });
	return end;
}

/** The contact's own words from one token to another, for the evidence. */
export function quote(read: ReadText, from: number, to: number): string {
	return beginningOf(read.text.slice(read.tokens[from]!.start, read.tokens[to - 1]!.end));
}

const LONGEST_QUOTE = 200;

/** As much of a text as evidence repeats, and no half of an emoji. */
export function beginningOf(text: string, most = LONGEST_QUOTE): string {
	const short = text.slice(0, most);
	return short.length < text.length ? short.replace(/[\ud800-\udbff]$/, '') : short;
}

// eslint-disable-next-line no-control-regex
const ASCII = /^[\x00-\x7f]*$/;

/** In compatibility normal form, which grows some characters up to eighteenfold. */
function shorten(input: string): string {
	const normal = (part: string, most: number) =>
		ASCII.test(part) ? part : plainLetters(part.normalize('NFKC').slice(0, 2 * most));
	if (input.length <= MOST_AT_START + MOST_AT_END) {
		return normal(input, MOST_AT_START + MOST_AT_END);
	}
	const start = normal(input.slice(0, MOST_AT_START), MOST_AT_START);
	return `${start}\n${normal(input.slice(-MOST_AT_END), MOST_AT_END)}`;
}

/** An emoji or a rare character, which take two units; or half of one, which is skipped. */
function readPair(reading: Reading, at: number): number {
	const point = reading.text.codePointAt(at)!;
	if (point < 0x10000) return at + 1;
	const pair = String.fromCodePoint(point);
	if (SKIN_TONE.test(pair)) return at + 2;
	return add(reading, at, at + 2, PICTURE.test(pair) ? 'emoji' : 'character');
}

/** French and Italian write two words with one apostrophe; elsewhere it is part of one word. */
const ELISIONS = new Set(
	'l d j m t s n c qu un all dell nell sull quell dall jusqu lorsqu puisqu quelqu'.split(' '),
);

function endOfWord(text: string, start: number): number {
	let end = start + 1;
	for (; end < text.length; end++) {
		const kind = kindOf(text.charCodeAt(end));
		if (kind === Kind.Letter || kind === Kind.Invisible) continue;
		if (kind === Kind.Underscore && isJoined(text, end)) continue;
		if (kind !== Kind.Apostrophe || end + 1 === text.length) break;
		if (kindOf(text.charCodeAt(end + 1)) !== Kind.Letter) break;
		if (ELISIONS.has(text.slice(start, end).toLowerCase())) break;
	}
	return end;
}

/** Whether a letter follows the underscores. Where none does, what they stand behind has come to its end. */
function isJoined(text: string, at: number): boolean {
	let next = at + 1;
	while (text[next] === '_') next++;
	return next < text.length && kindOf(text.charCodeAt(next)) === Kind.Letter;
}

/** The dot in `3.5` or `node.js` ends no sentence. */
function isInsideWord(text: string, at: number): boolean {
	if (at === 0 || at + 1 >= text.length || text[at] !== '.') return false;
	const isLetter = (place: number) => kindOf(text.charCodeAt(place)) === Kind.Letter;
	return isLetter(at - 1) && isLetter(at + 1);
}

const CLOSING: Record<string, string> = { '“': '”', '„': '“”', '«': '»', '「': '」', '『': '』' };

/** Longer ones are none, or nobody can tell. */
const LONGEST_QUOTATION = 400;

/** Where the quotation that opens here ends, or -1 when nothing does: the whole text in quotes is no quotation. */
function endOfQuote({ text, unclosed }: Reading, open: number): number {
	const isFirst = open === 0;
	if (!isFirst && kindOf(text.charCodeAt(open - 1)) === Kind.Letter) return -1;
	const closing = CLOSING[text[open]!] ?? text[open]!;
	const end = Math.min(text.length, open + LONGEST_QUOTATION);
	const searched = unclosed.get(text[open]!) ?? 0;
	for (let at = Math.max(open + 1, searched); at < end; at++) {
		if (!closing.includes(text[at]!)) continue;
		const next = at + 1 < text.length ? kindOf(text.charCodeAt(at + 1)) : Kind.Space;
		if (next === Kind.Letter) continue;
		return isFirst && at + 2 >= text.length ? -1 : at;
	}
	unclosed.set(text[open]!, end);
	return -1;
}
