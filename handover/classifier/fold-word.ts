import { foldConfusables } from './fold-confusables';

const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\u0640/gu;
// eslint-disable-next-line no-control-regex
const PLAIN = /^[\x00-\x7f]*$/;
const ACCENTS = /[\u0300-\u036f\u20d0-\u20f0\u064b-\u065f\u0670\u093c]/g;
const UNLIKE: Record<string, string> = {
	ß: 'ss',
	œ: 'oe',
	æ: 'ae',
	ё: 'е',
	ґ: 'г',
	أ: 'ا',
	إ: 'ا',
	آ: 'ا',
	ة: 'ه',
	ى: 'ي',
};
const UNLIKE_LETTERS = new RegExp(`[${Object.keys(UNLIKE).join('')}]`, 'g');

/** Lower case without apostrophes and accents, so that `Atención`, `atencion` and `ATENCIÓN` are one word. */
export function foldWord(word: string): string {
	const lower = spellDigits(squeeze(word.toLowerCase()));
	if (PLAIN.test(lower))
		return lower.includes("'") || lower.includes('`') ? lower.replace(/['`]/g, '') : lower;
	const folded = foldConfusables(lower)
		.replace(/['’‘ʼ`´]/g, '')
		.replace(INVISIBLE, '')
		.normalize('NFD')
		.replace(ACCENTS, '')
		.normalize('NFC')
		.replace(UNLIKE_LETTERS, (letter) => UNLIKE[letter]!);
	return /^[\u0600-\u06ff]/.test(folded) ? withoutArticle(folded) : folded;
}

const WITH_DIGITS = /^[013457]?[a-z']+(?:[013457]{1,2}[a-z']+)+$/;
const DIGITS: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };

/** `hum4n` and `0p3r4t0r` are words; `4k`, `b2b`, `mp3` and `iphone13` are what they are. */
function spellDigits(word: string): string {
	if (word.length < 4 || !WITH_DIGITS.test(word)) return word;
	return word.replace(/\d/g, (digit) => DIGITS[digit] ?? digit);
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
		if (word[at] === word[at - 1] && word[at] === word[at - 2])
			return word.replace(/(.)\1{2,}/gu, '$1$1');
	}
	return word;
}
