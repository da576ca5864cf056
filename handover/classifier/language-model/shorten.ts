const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();
const BYTES_PER_TOKEN = 3;
const CUT = ENCODER.encode(' […] ');

/**
 * How many tokens a text has for a model, at a guess that is rather too high: about three bytes a
 * token, which is a word's part in Latin script and one character in Chinese.
 */
export function estimateTokens(text: string): number {
	return Math.ceil(ENCODER.encode(text).length / BYTES_PER_TOKEN);
}

/** The beginning and the end of a text that has more tokens: what matters is rarely in the middle. */
export function shortenToTokens(text: string, most: number): string {
	const bytes = ENCODER.encode(text);
	const room = most * BYTES_PER_TOKEN;
	if (bytes.length <= room) return text;
	const half = Math.floor((room - CUT.length) / 2);
	let end = half;
	while (isInsideCharacter(bytes[end])) end -= 1;
	let start = bytes.length - half;
	while (isInsideCharacter(bytes[start])) start += 1;
	return [bytes.subarray(0, end), CUT, bytes.subarray(start)]
		.map((part) => DECODER.decode(part))
		.join('');
}

/** A byte that goes on with a character, which UTF-8 marks as such. */
function isInsideCharacter(byte = 0): boolean {
	return (byte & 0xc0) === 0x80;
}
