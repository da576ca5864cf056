import { LANGUAGES, type Language } from './languages';

/** More than any language has lines. */
const OF_A_LANGUAGE = 1_000_000;

/**
 * Numbers for the lines that examples of one question are made of: which lines a model has not seen
 * goes by them. Each language has its own, so that new lines in one leave the others as they were.
 */
export class LineNumbers {
	#next: number;

	constructor(language: Language) {
		this.#next = LANGUAGES.indexOf(language) * OF_A_LANGUAGE;
	}

	next(): number {
		return this.#next++;
	}
}
