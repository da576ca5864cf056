import { ReadTurns } from '../handover/classifier/read-turns';
import { inOneTable, type LinearModel } from '../handover/classifier/linear-model';
import type { WordWeights } from '../handover/classifier/similarity';
import type { LearntModel } from '../handover/classifier/trained-model';
import { readCorpus, readEverydayRequests, type LanguageText } from './corpus';
import { contactRequestExamples } from './examples/contact-request';
import { failedAttemptExamples, type AttemptPart } from './examples/failed-attempt';
import { lackOfInformationExamples, type DraftPart } from './examples/lack-of-information';
import { succeededExamples } from './examples/succeeded';
import type { Example } from './fit';
import type { Comparison } from './fit-comparison-network';
import type { Settings } from './train-question';

export type QuestionName = Exclude<keyof LearntModel, 'wordWeights'>;

const ofPart =
	<Part extends string>(...parts: Part[]) =>
	({ part }: { part: string }) =>
		parts.includes(part as Part);

/**
 * Answers that deliver, with their questions. Not what bots say in the dialogues of failed attempts: it would
 * be surer of those that are no complaint than of others, and complaints are learnt with what it says. The replies
 * of moments are in it, though they stand before next turns, too: to leave them out was not tried (ADR 43).
 */
const ofDrafts: Comparison = {
	turnCount: 2,
	untaught: ['turns' satisfies DraftPart],
	belong: [({ label }) => label === 0],
	partsOfMatters: ['ofMatters' satisfies DraftPart],
	share: 0.35,
};

/**
 * A question and what a bot said to it, that and a next turn that is no complaint, a question and the same
 * asked again. Most other dialogues are made of questions and answers that know nothing of each other.
 */
const ofTurns: Comparison = {
	turnCount: 3,
	untaught: [],
	belong: [
		ofPart<AttemptPart>('goesOn', 'plainNext', 'ofMatters', 'afterReplyThatFits'),
		ofPart<AttemptPart>('goesOn', 'plainNext', 'ofMatters', 'afterReplyThatFits'),
		ofPart<AttemptPart>('askedAgain', 'insists'),
	],
	// Whichever question of a matter comes next goes with any answer of it, so none is told from the others.
	partsOfMatters: [],
	share: 0.3,
};

export const SETTINGS: Record<QuestionName, Settings> = {
	contactRequest: {
		bits: 21,
		kept: 0.356,
		leastLines: 5,
		largestSize: 6,
		leastSize: 1,
		calibratedBy: 'weight',
		others: 2,
		surer: 1.3,
		network: 0,
		recurrent: 0.75,
		comparison: null,
	},
	lackOfInformation: {
		bits: 20,
		kept: 0.305,
		leastLines: 5,
		largestSize: 7,
		leastSize: 2,
		calibratedBy: 'weight',
		others: 1.4,
		surer: 1.6,
		network: 0.2,
		recurrent: 0.8,
		comparison: ofDrafts,
	},
	// Its parts are weighed for what they teach, not for how often they come up.
	failedAttempt: {
		bits: 21,
		kept: 0.268,
		leastLines: 5,
		largestSize: 7,
		leastSize: 2,
		calibratedBy: 'example',
		others: 1.5,
		surer: 1.3,
		network: 0.3,
		recurrent: 0.75,
		comparison: ofTurns,
	},
	succeeded: {
		bits: 19,
		kept: 0.29,
		leastLines: 5,
		largestSize: 7,
		leastSize: 2,
		calibratedBy: 'weight',
		others: 1,
		surer: 1,
		network: 0,
		recurrent: 0,
		comparison: null,
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
