import type { Random } from './random';

/**
 * The text with its letters in disorder. It stands for wordings that nobody thought of: of these the
 * model is to say no more than that most messages are no.
 */
export function scramble(text: string, random: Random): string {
	const letters = [...text].filter((letter) => /\p{L}/u.test(letter));
	random.shuffle(letters);
	return [...text].map((letter) => (/\p{L}/u.test(letter) ? letters.pop()! : letter)).join('');
}
