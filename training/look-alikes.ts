import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import data from 'unhomoglyph/data.json';

const CONFUSABLES: Readonly<Record<string, string>> = data;
const TABLE = join(__dirname, '../handover/classifier/look-alikes.ts');

/** Letters that the classifier reads for what they are, or that do not stand among Latin ones unseen. */
const READ_OTHERWISE =
	/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LATIN = /\p{Script=Latin}/u;

const LAST_OF_BASIC_PLANE = 0xffff;

/** By what Unicode says of them, which has no small capitals: those are letters of their own there. */
const SMALL_CAPITALS: Record<string, string> = Object.fromEntries(
	[...'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ'].map((letter, at) => [letter, 'abcdefghijklmnoprstuvwyz'[at]!]),
);
/** Looks like a `w`, for which Unicode's list has no entry. */
const UNLISTED: Record<string, string> = { ...SMALL_CAPITALS, ω: 'w' };

/** Writes `handover/classifier/look-alikes.ts`, from Unicode's list of confusable characters. */
export function writeLookAlikes(): void {
	writeFileSync(TABLE, composeLookAlikes());
}

export function composeLookAlikes(): string {
	const [latin, foreign] = [new Map<string, string>(), new Map<string, string>()];
	for (let point = 0x80; point <= LAST_OF_BASIC_PLANE; point++) {
		const letter = String.fromCharCode(point);
		const look = lookOf(letter);
		if (!look) continue;
		const table = LATIN.test(letter) ? latin : foreign;
		table.set(look, `${table.get(look) ?? ''}${letter}`);
	}
	return `/**
 * Small letters by the one that they look like, or whose capital their capital looks like; from
 * Unicode's list of confusable characters (Unicode Technical Standard 39), written by \`npm run train\`.
 */
export const LATIN_LOOK_ALIKES: Readonly<Record<string, string>> = ${composeTable(latin)};

/** Of other scripts. */
export const FOREIGN_LOOK_ALIKES: Readonly<Record<string, string>> = ${composeTable(foreign)};
`;
}

/** The small Latin letter that a small letter looks like, if it does. */
function lookOf(letter: string): string | undefined {
	if (!/\p{L}/u.test(letter) || READ_OTHERWISE.test(letter)) return undefined;
	if (letter.toLowerCase() !== letter || plain(letter) !== letter) return undefined;
	const looks = [CONFUSABLES[letter], UNLISTED[letter], CONFUSABLES[letter.toUpperCase()]];
	return looks.map((look) => plain(look ?? '').toLowerCase()).find((look) => /^[a-z]$/.test(look));
}

/** As texts are normalised before they are taken apart, and without accents. */
function plain(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '');
}

function composeTable(table: ReadonlyMap<string, string>): string {
	const rows = [...table].sort(([a], [b]) => (a < b ? -1 : 1));
	return `{\n${rows.map(([look, letters]) => `\t${look}: '${letters}',\n`).join('')}}`;
}
