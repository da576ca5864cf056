import { ReadTurns } from '../handover/classifier/read-turns';
import { inOneTable, type LinearModel } from '../handover/classifier/linear-model';
import type { WordWeights } from '../handover/classifier/similarity';
import type { LearntModel } from '../handover/classifier/trained-model';
import { readCorpus, readEverydayRequests, type LanguageText } from './corpus';
import { contactRequestExamples } from './examples/contact-request';
import { failedAttemptExamples } from './examples/failed-attempt';
import { lackOfInformationExamples } from './examples/lack-of-information';
import { succeededExamples } from './examples/succeeded';
import type { Example } from './fit';
import type { Settings } from './train-question';

export type QuestionName = Exclude<keyof LearntModel, 'wordWeights'>;

export const SETTINGS: Record<QuestionName, Settings> = {
	contactRequest: {
		bits: 21,
		kept: 0.37,
		leastLines: 5,
		calibratedBy: 'weight',
		others: 2,
		surer: 1.3,
		network: 0,
		recurrent: 0.75,
	},
	lackOfInformation: {
		bits: 20,
		kept: 0.432,
		leastLines: 5,
		calibratedBy: 'weight',
		others: 1.3,
		surer: 1.6,
		network: 0.2,
		recurrent: 0.8,
	},
	// Its parts are weighed for what they teach, not for how often they come up.
	failedAttempt: {
		bits: 21,
		kept: 0.338,
		leastLines: 5,
		calibratedBy: 'example',
		others: 1.3,
		surer: 1.3,
		network: 0.3,
		recurrent: 0.75,
	},
	succeeded: {
		bits: 19,
		kept: 0.335,
		leastLines: 5,
		calibratedBy: 'weight',
		others: 1,
		surer: 1,
		network: 0,
		recurrent: 0,
	},
};

/** What was learnt before, and others are learnt with. */
export interface Learnt {
	wordWeights: WordWeights;
	/** Null for the questions that are learnt without it. */
	lackOfInformation: LinearModel | null;
}

/** The examples of a question in all languages: the same ones every time. */
export function examplesOf(name: QuestionName, learnt: Learnt): Example[] {
	const requests = readEverydayRequests().map(({ text }) => text);
	return readCorpus().flatMap((text) =>
		// The requests are in English.
		examplesOfLanguage(name, learnt, text, text.language === 'english' ? requests : []),
	);
}

function examplesOfLanguage(
	name: QuestionName,
	{ wordWeights, lackOfInformation }: Learnt,
	text: LanguageText,
	requests: readonly string[],
): Example[] {
	switch (name) {
		case 'contactRequest':
			return contactRequestExamples(text, requests);
		case 'lackOfInformation':
			return lackOfInformationExamples(text, wordWeights);
		case 'failedAttempt':
			return failedAttemptExamples(text, wordWeights, readTurns(), requests);
		case 'succeeded':
			return succeededExamples(text, wordWeights, readTurns());
	}

	function readTurns(): ReadTurns {
		return new ReadTurns({
			...inOneTable({ lackOfInformation: lackOfInformation! }),
			wordWeights,
		});
	}
}
