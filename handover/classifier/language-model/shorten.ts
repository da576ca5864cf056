import { quote } from './quote';

const ENCODER = new TextEncoder();
const BYTES_PER_TOKEN = 3;
const CUT = ' […] ';
/** The bytes around a quoted text. */
const QUOTES = 2;

/**
 * How many tokens a text has for a model once it is quoted, at a guess that is rather too high: about
 * three bytes a token, which is a word's part in Latin script and one character in Chinese.
 */
export function estimateTokens(text: string): number {
	return Math.ceil(quotedBytes(text) / BYTES_PER_TOKEN);
}

/** The beginning and the end of a text that has more tokens: what matters is rarely in the middle. */
export function shortenToTokens(text: string, most: number): string {
	const room = most * BYTES_PER_TOKEN;
	// No UTF-16 unit takes less than a byte: what has more of them is not quoted as a whole to be measured,
	// and one more than fits is enough to look at.
	if (text.length <= room && quotedBytes(text) <= room) return text;
	const half = Math.floor((room - quotedBytes(CUT)) / 2);
	const begin = Array.from(text.slice(0, half + 1));
	const end = Array.from(text.slice(-half - 1)).toReversed();
	return fitting(begin, half).join('') + CUT + fitting(end, half).toReversed().join('');
}

function fitting(characters: string[], room: number): string[] {
	let left = room;
	const tooMany = characters.findIndex((character) => (left -= quotedBytes(character)) < 0);
	return tooMany < 0 ? characters : characters.slice(0, tooMany);
}

function quotedBytes(text: string): number {
	return ENCODER.encode(quote(text)).length - QUOTES;
}
