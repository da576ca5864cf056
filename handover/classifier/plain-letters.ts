/** `🅰` and `🅐`: Unicode's compatibility form knows them not, as it does those on white. */
const ENCLOSED = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]\uFE0F?/gu;
/** Letters of which two make a flag. */
const FLAG_LETTERS = /[\u{1f1e6}-\u{1f1ff}]+/gu;
const FLAGS = new RegExp(String.raw`^\p{RGI_Emoji_Flag_Sequence}+$`, 'v');
/** Variation selectors and tags. */
const INVISIBLE = /(?=[\u{10000}-\u{10ffff}])\p{Default_Ignorable_Code_Point}/gu;
/** The first unit of what takes two, as all of these do. */
const TWO_UNITS = /[\ud800-\udbff]/;

/** The text with letters in circles, in squares and of no flag as plain ones, and without what shows nothing. */
export function plainLetters(text: string): string {
	if (!TWO_UNITS.test(text)) return text;
	return text
		.replace(ENCLOSED, (letter) => capitalAt((letter.codePointAt(0)! - 0x1f150) % 32))
		.replace(FLAG_LETTERS, (run) => (FLAGS.test(run) ? run : spellOut(run)))
		.replace(INVISIBLE, '');
}

function spellOut(run: string): string {
	return Array.from(run, (letter) => capitalAt(letter.codePointAt(0)! - 0x1f1e6)).join('');
}

function capitalAt(place: number): string {
	return String.fromCharCode(0x41 + place);
}
