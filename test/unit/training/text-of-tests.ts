import { inOneTable, type LinearModel } from '../../../handover/classifier/linear-model';
import { ReadTurns } from '../../../handover/classifier/read-turns';
import type { WordWeights } from '../../../handover/classifier/similarity';
import type { LanguageText } from '../../../training/corpus';
import { parseGrammar } from '../../../training/grammar/parse-grammar';

export const WORD_WEIGHTS: WordWeights = new Uint8Array(1 << 16).fill(100);

const NOTHING_LEARNT: LinearModel = {
	weights: new Int8Array(32),
	scale: 1,
	slope: 1,
	offset: 0,
	network: null,
	recurrent: null,
	comparison: null,
	alone: null,
};

export const READ_TURNS = new ReadTurns({
	...inOneTable({ lackOfInformation: NOTHING_LEARNT }),
	wordWeights: WORD_WEIGHTS,
});

/** A language without a line of text. */
export const EMPTY: LanguageText = {
	language: 'dutch',
	contactRequest: [],
	noWish: [],
	lackOfInformation: [],
	failedAttempt: [],
	itHelped: [],
	sameQuestion: [],
	matters: [],
	moments: [],
	everydayMessages: [],
	everydayAnswers: [],
};

export const groupsOf = (text: string) => parseGrammar(text, 'test');
