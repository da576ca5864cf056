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

const enum Kind {
	Unknown,
	Space,
	Letter,
	Character,
	SentenceEnd,
	Comma,
	Apostrophe,
	Quote,
	Invisible,
}

const SENTENCE_END = /[.!?;:\n\r|…。！？；։।॥؟۔•]/u;
const COMMA = /[,，、،()[\]{}–—]/u;
const QUOTE = /["“”„«»「」『』]/u;
const LETTER = /[\p{L}\p{N}\p{M}_]/u;
const CHARACTER =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u;
const INVISIBLE = /[\u00AD\u034F\u061C\u0640\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFE00-\uFE0F\uFEFF]/;
const PICTURE = /\p{Extended_Pictographic}/u;
const SKIN_TONE = /[\u{1F3FB}-\u{1F3FF}]/u;

/** What each UTF-16 unit is, filled as units are met: looking up is ten times as fast as matching. */
const kinds = new Uint8Array(0x10000);

/** Never throws, and takes time bounded whatever the length. */
export function readText(input: string): ReadText {
	const text = shorten(input).normalize('NFKC').slice(0, 2 * MOST_AT_START);
	const tokens: Token[] = [];
	let sentence = 0;
	let clause = 0;
	let closingQuote = -1;
	let at = 0;
	while (at < text.length) {
		const unit = text.charCodeAt(at);
		if (unit >= 0xd800 && unit <= 0xdfff) {
			const width = readPair(text, at, tokens, { sentence, clause, quoted: at < closingQuote });
			at += width;
			continue;
		}
		switch (kindOf(unit)) {
			case Kind.Letter: {
				const end = endOfWord(text, at);
				const word = foldWord(text.slice(at, end));
				tokens.push(token(word, at, end, sentence, clause, at < closingQuote, 'word'));
				at = end;
				continue;
			}
			case Kind.Character:
				tokens.push(
					token(text[at]!, at, at + 1, sentence, clause, at < closingQuote, 'character'),
				);
				break;
			case Kind.SentenceEnd:
				if (!isInsideWord(text, at)) {
					sentence++;
					clause++;
				}
				break;
			case Kind.Comma:
				clause++;
				break;
			case Kind.Quote:
			case Kind.Apostrophe:
				if (at > closingQuote) closingQuote = endOfQuote(text, at);
				break;
		}
		at++;
	}
	return { text, tokens, endsWithQuestion: /[?？؟]["'”»」)\s]*$/.test(text.slice(-20)) };
}

/** The contact's own words from one token to another, for the evidence. */
export function quote(read: ReadText, from: number, to: number): string {
	return read.text.slice(read.tokens[from]!.start, read.tokens[to - 1]!.end);
}

function token(
	word: string,
	start: number,
	end: number,
	sentence: number,
	clause: number,
	quoted: boolean,
	kind: Token['kind'],
): Token {
	return { word, start, end, sentence, clause, quoted, kind };
}

function shorten(input: string): string {
	if (input.length <= MOST_AT_START + MOST_AT_END) return input;
	return `${input.slice(0, MOST_AT_START)}\n${input.slice(-MOST_AT_END)}`;
}

/** An emoji or a rare character, which take two units; or half of one, which is skipped. */
function readPair(
	text: string,
	at: number,
	tokens: Token[],
	place: Pick<Token, 'sentence' | 'clause' | 'quoted'>,
): number {
	const point = text.codePointAt(at)!;
	if (point < 0x10000) return 1;
	const word = String.fromCodePoint(point);
	if (SKIN_TONE.test(word)) return 2;
	const kind = PICTURE.test(word) ? 'emoji' : 'character';
	tokens.push(token(word, at, at + 2, place.sentence, place.clause, place.quoted, kind));
	return 2;
}

function kindOf(unit: number): Kind {
	return kinds[unit] || (kinds[unit] = findKind(String.fromCharCode(unit)));
}

function findKind(unit: string): Kind {
	if (/['’‘ʼ`´]/.test(unit)) return Kind.Apostrophe;
	if (INVISIBLE.test(unit)) return Kind.Invisible;
	if (SENTENCE_END.test(unit)) return Kind.SentenceEnd;
	if (COMMA.test(unit)) return Kind.Comma;
	if (QUOTE.test(unit)) return Kind.Quote;
	if (CHARACTER.test(unit)) return Kind.Character;
	return LETTER.test(unit) ? Kind.Letter : Kind.Space;
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
		if (kind !== Kind.Apostrophe || end + 1 === text.length) break;
		if (kindOf(text.charCodeAt(end + 1)) !== Kind.Letter) break;
		if (ELISIONS.has(text.slice(start, end).toLowerCase())) break;
	}
	return end;
}

/** The dot in `3.5` or `node.js` ends no sentence. */
function isInsideWord(text: string, at: number): boolean {
	if (at === 0 || at + 1 >= text.length || text[at] !== '.') return false;
	const isLetter = (place: number) => kindOf(text.charCodeAt(place)) === Kind.Letter;
	return isLetter(at - 1) && isLetter(at + 1);
}

const CLOSING: Record<string, string> = { '“': '”', '„': '“”', '«': '»', '「': '」', '『': '』' };

/** Where the quotation that opens here ends, or -1 when nothing does: the whole text in quotes is no quotation. */
function endOfQuote(text: string, open: number): number {
	const isFirst = open === 0;
	if (!isFirst && kindOf(text.charCodeAt(open - 1)) === Kind.Letter) return -1;
	const closing = CLOSING[text[open]!] ?? text[open]!;
	for (let at = open + 1; at < text.length; at++) {
		if (!closing.includes(text[at]!)) continue;
		const next = at + 1 < text.length ? kindOf(text.charCodeAt(at + 1)) : Kind.Space;
		if (next === Kind.Letter) continue;
		return isFirst && at + 2 >= text.length ? -1 : at;
	}
	return -1;
}

// eslint-disable-next-line no-control-regex
const PLAIN = /^[\x00-\x7f]*$/;
const ACCENTS = /[\u0300-\u036f\u064b-\u065f\u0670\u093c]/g;
const UNLIKE: Record<string, string> = {
	ı: 'i', ł: 'l', ø: 'o', ß: 'ss', œ: 'oe', æ: 'ae', đ: 'd', ё: 'е', ґ: 'г',
	أ: 'ا', إ: 'ا', آ: 'ا', ة: 'ه', ى: 'ي',
};
const UNLIKE_LETTERS = new RegExp(`[${Object.keys(UNLIKE).join('')}]`, 'g');

/** Lower case without apostrophes and accents, so that `Atención`, `atencion` and `ATENCIÓN` are one word. */
export function foldWord(word: string): string {
	const lower = squeeze(word.toLowerCase());
	if (PLAIN.test(lower)) return lower.includes("'") || lower.includes('`') ? lower.replace(/['`]/g, '') : lower;
	const folded = lower
		.replace(/['’‘ʼ`´]/g, '')
		.replace(new RegExp(INVISIBLE, 'g'), '')
		.normalize('NFD')
		.replace(ACCENTS, '')
		.normalize('NFC')
		.replace(UNLIKE_LETTERS, (letter) => UNLIKE[letter]!);
	return /^[\u0600-\u06ff]/.test(folded) ? withoutArticle(folded) : folded;
}

/** Arabic writes article and preposition onto the word. */
function withoutArticle(word: string): string {
	if (word.length > 5 && /^[وبفك]ال/.test(word)) return word.slice(3);
	if (word.length > 4 && /^(ال|لل)/.test(word)) return word.slice(2);
	return word;
}

/** `humaaaan` becomes `humaan`, which is close enough to be read as a slip. */
function squeeze(word: string): string {
	for (let at = 2; at < word.length; at++) {
		if (word[at] === word[at - 1] && word[at] === word[at - 2]) return word.replace(/(.)\1{2,}/gu, '$1$1');
	}
	return word;
}
