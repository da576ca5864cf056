import type { Turn } from '../classifier';
import { estimateTokens, shortenToTokens } from './shorten';

/** Of all earlier turns together. */
export const HISTORY_TOKENS = 1_500;
/** Of one earlier turn. */
export const LINE_TOKENS = 400;

/** The latest turns that fit, oldest first; a long one is shortened, so that the last always fits. */
export function boundHistory(history: Turn['history']): Turn['history'] {
	const kept: Array<Turn['history'][number]> = [];
	let left = HISTORY_TOKENS;
	for (const { author, text } of history.toReversed()) {
		const line = { author, text: shortenToTokens(text, LINE_TOKENS) };
		left -= estimateTokens(line.text);
		if (left < 0) break;
		kept.unshift(line);
	}
	return kept;
}
