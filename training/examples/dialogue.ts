import { exchangeOfAttempt } from '../../handover/classifier/exchange';
import { readAttemptContext } from '../../handover/classifier/attempt-context';
import { observeAttempt } from '../../handover/classifier/observation';
import { readText } from '../../handover/classifier/read-text';
import type { ReadTurns } from '../../handover/classifier/read-turns';
import { featuresOf, type WordWeights } from '../../handover/classifier/similarity';
import type { Seen } from './example-pool';

/** What the last of some turns looks like after those before it; contact and bot take turns, the contact last. */
export function observeDialogue(
	turns: readonly string[],
	wordWeights: WordWeights,
	readTurns: ReadTurns,
): Seen {
	const read = readText(turns.at(-1)!);
	const history = turns.slice(0, -1).map((text, at) => ({
		author: (turns.length - at) % 2 === 0 ? ('bot' as const) : ('contact' as const),
		text,
	}));
	const context = readAttemptContext(featuresOf(read, wordWeights), history, readTurns);
	return {
		observation: observeAttempt(read, context),
		exchange: exchangeOfAttempt(read, context),
	};
}
