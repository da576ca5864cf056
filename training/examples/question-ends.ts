import type { Random } from '../random';

/** The last words of a question, which are often what it is about. */
export function endOf(question: string, random: Random): string {
	const words = question.split(' ');
	const count = Math.min(words.length - 1, 1 + Math.floor(random.next() * 3));
	return words.length > 2 ? words.slice(-count).join(' ') : question;
}

/** Without the mark at its end. */
export function unmarked(question: string): string {
	return question.replace(/[?？؟.]+$/u, '');
}

/** The question with a detail more. */
export function joined(question: string, detail: string): string {
	return `${unmarked(question)} ${detail}`;
}

/** The same of another thing. */
export function otherEnd(question: string, end: string, other: string): string {
	return [...question.split(' ').slice(0, -end.split(' ').length), other].join(' ');
}
