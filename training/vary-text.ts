import type { Random } from './random';

const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'йцукенгшщзх', 'фывапролджэ', 'ячсмитьбю'];

/** A text as another person would have typed it: in capitals, in haste, with slips. */
export function varyText(text: string, random: Random): string {
	const kind = random.next();
	let varied = text;
	if (kind < 0.12) varied = varied.toUpperCase();
	else if (kind < 0.45) varied = varied.toLowerCase();
	if (random.next() < 0.3) varied = varied.replace(/[.!,;¡¿।。！，]+/gu, '');
	if (random.next() < 0.15) varied = varied.replace(/[?？؟]+/gu, '');
	if (random.next() < 0.1) varied = varied.replace(/['’]/gu, '');
	const slips = random.next() < 0.3 ? (random.next() < 0.3 ? 2 : 1) : 0;
	for (let slip = 0; slip < slips; slip++) varied = slipOnce(varied, random);
	if (random.next() < 0.06)
		varied += random.pick(['!!!', '!!', '...', ' 😡', ' 🙏', ' pls', '??', ' 😤', ' 🙂']);
	return varied.trim() || text;
}

/** A text typed in haste, with a slip or two. */
export function withSlips(text: string, random: Random): string {
	const once = slipOnce(text, random);
	return random.next() < 0.5 ? once : slipOnce(once, random);
}

function slipOnce(text: string, random: Random): string {
	const words = text.split(' ');
	const long = words.flatMap((word, index) => (/^\p{L}{4,}$/u.test(word) ? [index] : []));
	if (long.length === 0) return text;
	const index = random.pick(long);
	words[index] = slipInWord(words[index]!, random);
	return words.join(' ');
}

function slipInWord(word: string, random: Random): string {
	const at = 1 + Math.floor(random.next() * (word.length - 2));
	const kind = random.next();
	const [before, letter, after] = [word.slice(0, at), word[at]!, word.slice(at + 1)];
	if (kind < 0.3) return before + after;
	if (kind < 0.55) return before + after.slice(0, 1) + letter + after.slice(1);
	if (kind < 0.75) return before + letter + letter + after;
	return before + neighbour(letter, random) + after;
}

function neighbour(letter: string, random: Random): string {
	const row = KEYBOARD.find((keys) => keys.includes(letter.toLowerCase()));
	if (!row) return letter;
	const at = row.indexOf(letter.toLowerCase());
	return random.pick([row[at - 1], row[at + 1]].filter((key) => key !== undefined));
}
