import { estimateTokens, shortenToTokens } from './shorten';

/** Of all examples of one scenario together. */
const EXAMPLES_TOKENS = 700;
/** Of one example. */
const EXAMPLE_TOKENS = 100;

/** The first examples that fit: they are the author's own order. A long one is shortened. */
export function boundExamples(examples: readonly string[]): string[] {
	let left = EXAMPLES_TOKENS;
	const short = examples.map((example) => shortenToTokens(example, EXAMPLE_TOKENS));
	const tooMany = short.findIndex((example) => (left -= estimateTokens(example)) < 0);
	return tooMany < 0 ? short : short.slice(0, tooMany);
}
