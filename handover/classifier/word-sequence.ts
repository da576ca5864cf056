import { answerKinds, isDigitAt, NUMBER } from './answer-kinds';
import { isQuestion, meaningAt, meaningOf } from './meanings';
import type { ReadText } from './read-text';
import { keyAt, type Features } from './similarity';
import { finish, hashWord, mix } from './text-features';
import { turningWords } from './turning-words';

/** A text as the networks read it: word by word, with what each means, and what parts them. */
export interface WordSequence {
	/** Hashes; 0 for what is no word. */
	words: number[];
	/** Hashes of how longer words begin, and of each character with the next; 0 for none. For comparing turns. */
	beginnings: number[];
	/** The meaning of a word, 0 for none that is known; or one of the symbols below. */
	symbols: number[];
	/** Whether a word stands in the turn before, too (1), in the one before that (2), or in both (3). */
	repeats: number[];
}

const COMMA = 60;
const STOP = 61;
const QUESTION = 62;
const EMOJI = 63;
/** Somebody else's words mean something else. */
const QUOTED = 64;
export const SYMBOLS = 128;

/** Of a longer text the beginning and the end are read. */
const MOST_AT_START = 40;
const MOST_AT_END = 20;
/** Symbols of the longest sequence: each word may be followed by a comma. */
export const LONGEST_SEQUENCE = 2 * (MOST_AT_START + MOST_AT_END);

/**
 * @param before the turn before this one, null where there is none
 * @param earlier the one before that
 */
export function sequenceOf(
	read: ReadText,
	before: Features | null,
	earlier: Features | null,
): WordSequence {
	const sequence: WordSequence = {
		words: [],
		beginnings: [],
		symbols: [],
		repeats: [],
	};
	const { length } = read.tokens;
	const startTo = Math.min(length, MOST_AT_START);
	addStretch(sequence, read, 0, startTo, before, earlier);
	addStretch(sequence, read, Math.max(startTo, length - MOST_AT_END), length, before, earlier);
	return sequence;
}

function addStretch(
	{ words, beginnings, symbols, repeats }: WordSequence,
	read: ReadText,
	from: number,
	to: number,
	before: Features | null,
	earlier: Features | null,
): void {
	const { tokens } = read;
	let meansUntil = from;
	for (let at = from; at < to; at++) {
		const token = tokens[at]!;
		let symbol = 0;
		if (at >= meansUntil) {
			const { meaning, length } = meaningOfToken(read, at, to);
			symbol = meaning === 0 || !token.quoted ? meaning : meaning + QUOTED;
			meansUntil = at + length;
		}
		const key = before || earlier ? keyAt(tokens, at) : 0;
		words.push(finish(hashWord(token.word)));
		beginnings.push(beginningOf(tokens, at));
		symbols.push(symbol);
		repeats.push((before?.words.has(key) ? 1 : 0) + (earlier?.words.has(key) ? 2 : 0));
		const parting = partingAfter(read, at);
		if (parting === 0) continue;
		words.push(0);
		beginnings.push(0);
		symbols.push(parting);
		repeats.push(0);
	}
}

const BEGINNING = 0x2f0b4f3b;
/** Letters that forms of a word have in common, as a rule. */
const BEGINS_WITH = 4;

function beginningOf(tokens: ReadText['tokens'], at: number): number {
	const { word, kind } = tokens[at]!;
	if (kind === 'emoji') return 0;
	if (kind === 'word') {
		if (word.length <= BEGINS_WITH) return 0;
		return finish(mix(BEGINNING, hashWord(word.slice(0, BEGINS_WITH))));
	}
	const next = tokens[at + 1];
	if (next?.kind !== 'character') return 0;
	return finish(mix(mix(BEGINNING, hashWord(word)), hashWord(next.word)));
}

function meaningOfToken(read: ReadText, at: number, to: number) {
	const token = read.tokens[at]!;
	if (token.kind === 'emoji') return { meaning: EMOJI, length: 1 };
	const found = lookUp(read.tokens, at, to);
	// A word that is spelt with digits, `4g3nt`, is the word.
	if (found.meaning !== 0 || !isDigitAt(read.text, token.start)) return found;
	return { meaning: NUMBER, length: 1 };
}

function lookUp(tokens: ReadText['tokens'], at: number, to: number) {
	const { kind: script, word } = tokens[at]!;
	const isCharacter = script === 'character';
	const found = isCharacter ? meaningAt(tokens, at, to) : { meaning: meaningOf(word), length: 1 };
	const kind = isCharacter
		? answerKinds.at(tokens, at, to)
		: { meaning: answerKinds.of(word), length: 1 };
	// What a question asks for is told apart where an entry says it; else the longer one is meant.
	const mayBeKind = found.meaning === 0 || isQuestion(found.meaning);
	if (kind.meaning !== 0 && kind.length >= found.length + (mayBeKind ? 0 : 1)) return kind;
	if (found.meaning !== 0) return found;
	return isCharacter
		? turningWords.at(tokens, at, to)
		: { meaning: turningWords.of(word), length: 1 };
}

/** What parts a token from the next: the end of a sentence or of a clause; 0 for nothing. */
function partingAfter({ text, tokens }: ReadText, at: number): number {
	const token = tokens[at]!;
	const next = tokens[at + 1];
	const end = next ? next.start : Math.min(text.length, token.end + 8);
	for (let place = token.end; place < end; place++) {
		const unit = text.charCodeAt(place);
		if (unit === 0x3f || unit === 0xff1f || unit === 0x61f) return QUESTION;
	}
	if (!next || next.clause === token.clause) return 0;
	return next.sentence === token.sentence ? COMMA : STOP;
}
