import { Marker, MARKER_WORDS } from './marker-words';
import type { ReadText, Token } from './read-text';

/**
 * What is judged by itself: a stretch of tokens (a sentence, or a window of one that does not end), or
 * how the whole text stands to what came before it.
 */
export interface Segment {
	/** It is read from the turns before; `from` and `to` are those of the whole text. */
	isContext: boolean;
	/** Index of the first token, and of the one after the last. */
	from: number;
	to: number;
	/** Which segment of the text it is. */
	isFirst: boolean;
	isLast: boolean;
	endsWithQuestion: boolean;
}

/** Told of a feature, as a 32-bit hash, of the tokens that it was read from, and of what it counts. */
export type Emit = (hash: number, from: number, to: number, value: number) => void;

/** Of a part of a word: there are many of them, and they say less than the word. */
const OF_PART = 0.35;

const LONGEST_SEGMENT = 40;
const OVERLAP = 10;
/** A text of many short lines is judged by as many of them at its beginning and at its end. */
const MOST_AT_START = 24;
const MOST_AT_END = 8;

/** What is judged of a text, in order; nothing for one without words. */
export function segmentsOf(read: ReadText): Segment[] {
	const segments: Segment[] = [];
	const { tokens } = read;
	for (let from = 0; from < tokens.length;) {
		const to = endOfSentence(tokens, from);
		const endsWithQuestion = isQuestion(read, to);
		for (let start = from; ; start += LONGEST_SEGMENT - OVERLAP) {
			const end = Math.min(to, start + LONGEST_SEGMENT);
			segments.push({
				isContext: false,
				from: start,
				to: end,
				isFirst: start === 0,
				isLast: end === tokens.length,
				endsWithQuestion: endsWithQuestion && end === to,
			});
			if (end === to) break;
		}
		from = to;
	}
	if (segments.length <= MOST_AT_START + MOST_AT_END) return segments;
	return [...segments.slice(0, MOST_AT_START), ...segments.slice(-MOST_AT_END)];
}

function endOfSentence(tokens: readonly Token[], from: number): number {
	const { sentence } = tokens[from]!;
	let to = from + 1;
	while (to < tokens.length && tokens[to]!.sentence === sentence) to++;
	return to;
}

function isQuestion({ text, tokens }: ReadText, to: number): boolean {
	const next =
		to < tokens.length ? tokens[to]!.start : Math.min(text.length, endOf(tokens, to) + 8);
	for (let at = endOf(tokens, to); at < next; at++) {
		const unit = text.charCodeAt(at);
		if (unit === 0x3f || unit === 0xff1f || unit === 0x61f) return true;
	}
	return false;
}

function endOf(tokens: readonly Token[], to: number): number {
	return tokens[to - 1]!.end;
}

/** Kinds of features. A number each keeps `ab` as a word apart from `ab` as a part of one. */
const WORD = 0x1b873593;
const QUOTED = 0x3c6ef372;
const PAIR = 0x2545f491;
const SKIP = 0x4cf5ad43;
const TRIPLE = 0x5bd1e995;
const FOUR = 0x165667b1;
const PART = 0x27d4eb2f;
const EDGE = 0x85ebca6b | 0;
const SHAPE = 0x38b34ae5;
const MARKED = 0x71374491;

/** Words that a `not` or a `said` reaches. */
const REACH = 6;

const SHORTEST_PART = 3;
const LONGEST_PART = 5;
/** Of one word: what comes after is no word of any language. */
const LONGEST_WORD = 32;

/** One step of FNV-1a over a 32-bit value; source: RFC 9923. */
export function mix(hash: number, value: number): number {
	return Math.imul(hash ^ value, 0x01000193);
}

/** Spreads the bits, so that the lower ones can be used as an index; the end of MurmurHash3 (A. Appleby, 2011). */
export function finish(hash: number): number {
	let mixed = hash ^ (hash >>> 16);
	mixed = Math.imul(mixed, 0x85ebca6b);
	mixed ^= mixed >>> 13;
	mixed = Math.imul(mixed, 0xc2b2ae35);
	return mixed ^ (mixed >>> 16);
}

/** Of a word, without its place. */
export function hashWord(word: string): number {
	let hash = 0x811c9dc5 | 0;
	for (let at = 0; at < word.length; at++) hash = mix(hash, word.charCodeAt(at));
	return hash;
}

/** By the hash, which is there anyway: a string would have to be hashed once more. */
const MARKERS = new Map([...MARKER_WORDS].map(([word, marker]) => [hashWord(word), marker]));

/**
 * Words, their neighbours and the parts of words in one segment. In scripts without spaces every
 * character counts as a word, so that up to four of them make one feature.
 */
export function emitFeatures(read: ReadText, segment: Segment, emit: Emit): void {
	const { tokens } = read;
	const { from, to } = segment;
	let before = EDGE;
	let twoBefore = EDGE;
	let threeBefore = EDGE;
	let marker = Marker.None;
	let markedUntil = from;
	for (let at = from; at < to; at++) {
		const token = tokens[at]!;
		const hash = hashWord(token.word);
		const word = mix(token.quoted ? QUOTED : WORD, hash);
		emit(finish(word), at, at + 1, 1);
		emit(finish(mix(mix(PAIR, before), word)), Math.max(from, at - 1), at + 1, 1);
		if (at > from) {
			emit(
				finish(mix(mix(mix(TRIPLE, twoBefore), before), word)),
				Math.max(from, at - 2),
				at + 1,
				1,
			);
			emit(finish(mix(mix(SKIP, twoBefore), word)), Math.max(from, at - 2), at + 1, 1);
		}
		if (token.kind === 'character' && at > from + 1) {
			const four = mix(mix(mix(mix(FOUR, threeBefore), twoBefore), before), word);
			emit(finish(four), Math.max(from, at - 3), at + 1, 1);
		}
		if (token.kind === 'word') emitParts(token.word, at, emit);
		if (at < markedUntil) emit(finish(mix(mix(MARKED, marker), word)), at, at + 1, 1);
		const found = MARKERS.get(hash);
		if (found !== undefined) {
			marker = found;
			markedUntil = at + 1 + REACH;
		}
		threeBefore = twoBefore;
		twoBefore = before;
		before = word;
	}
	emit(finish(mix(mix(PAIR, before), EDGE)), to - 1, to, 1);
	if (to - from > 1) {
		emit(finish(mix(mix(mix(TRIPLE, twoBefore), before), EDGE)), Math.max(from, to - 2), to, 1);
	}
	emit(finish(mix(SHAPE, segment.endsWithQuestion ? 1 : 2)), from, to, 1);
	emit(finish(mix(SHAPE, 8 + Math.min(7, Math.floor(Math.log2(to - from))))), from, to, 1);
}

/** Three to five letters each, the edges of the word counted as letters. */
function emitParts(word: string, at: number, emit: Emit): void {
	const last = Math.min(word.length, LONGEST_WORD);
	for (let start = -1; start <= last - SHORTEST_PART + 1; start++) {
		let hash = PART;
		for (let length = 1; length <= LONGEST_PART; length++) {
			const place = start + length - 1;
			if (place > last) break;
			hash = mix(hash, place === -1 || place === last ? 0x20 : word.charCodeAt(place));
			if (length >= SHORTEST_PART) emit(finish(mix(hash, length)), at, at + 1, OF_PART);
		}
	}
}
