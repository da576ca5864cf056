/**
 * Letters of Cyrillic and Greek that look like Latin ones, or whose capitals do, as small letters;
 * source: Unicode Technical Standard 39, confusables.txt.
 */
const LOOK_ALIKES: Record<string, string> = {
	а: 'a',
	в: 'b',
	с: 'c',
	ԁ: 'd',
	е: 'e',
	һ: 'h',
	і: 'i',
	ј: 'j',
	к: 'k',
	ӏ: 'l',
	м: 'm',
	н: 'h',
	о: 'o',
	р: 'p',
	ԛ: 'q',
	ѕ: 's',
	т: 't',
	ѵ: 'v',
	ԝ: 'w',
	х: 'x',
	у: 'y',
	α: 'a',
	ε: 'e',
	η: 'n',
	ι: 'i',
	κ: 'k',
	ν: 'v',
	ο: 'o',
	ρ: 'p',
	τ: 't',
	υ: 'u',
	χ: 'x',
	ω: 'w',
};
const SMALL_CAPITALS: Record<string, string> = Object.fromEntries(
	[...'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ'].map((letter, at) => [letter, 'abcdefghijklmnoprstuvwyz'[at]!]),
);
const SMALL_CAPITAL = new RegExp(`[${Object.keys(SMALL_CAPITALS).join('')}]`, 'g');
const LATIN = /[a-z]/;
const LOOK_ALIKE = new RegExp(`[${Object.keys(LOOK_ALIKES).join('')}]`, 'g');
const FOREIGN = /[\u0370-\u052f]/g;

/**
 * `humаn` with a Cyrillic `а` is `human`: a word of two scripts is read as Latin when all its other
 * letters look like Latin ones. A word of one script is left as it is, but for small capitals.
 * @param word in lower case
 */
export function foldConfusables(word: string): string {
	return foldForeign(word.replace(SMALL_CAPITAL, (letter) => SMALL_CAPITALS[letter]!));
}

function foldForeign(word: string): string {
	const foreign = word.match(FOREIGN);
	if (!foreign || !LATIN.test(word)) return word;
	if (!foreign.every((letter) => letter in LOOK_ALIKES)) return word;
	return word.replace(LOOK_ALIKE, (letter) => LOOK_ALIKES[letter]!);
}
