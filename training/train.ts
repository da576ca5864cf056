import { ReadTurns } from '../handover/classifier/read-turns';
import { inOneTable } from '../handover/classifier/linear-model';
import type { LearntModel } from '../handover/classifier/trained-model';
import { readCorpus, readEverydayRequests, type LanguageText } from './corpus';
import { contactRequestExamples } from './examples/contact-request';
import { everydayLines } from './examples/everyday-lines';
import { failedAttemptExamples } from './examples/failed-attempt';
import { lackOfInformationExamples } from './examples/lack-of-information';
import { succeededExamples } from './examples/succeeded';
import type { Example } from './fit';
import { randomFor } from './random';
import { trainQuestion, type Settings, type Trained } from './train-question';
import { weighWords } from './word-weights';

export type Questions = Record<Exclude<keyof LearntModel, 'wordWeights'>, Trained>;

const SETTINGS: Record<keyof Questions, Settings> = {
	contactRequest: {
		bits: 21,
		kept: 0.5,
		leastLines: 4,
		calibratedBy: 'weight',
		others: 1.4,
		network: 0,
		recurrent: 0.75,
	},
	lackOfInformation: {
		bits: 21,
		kept: 0.6,
		leastLines: 4,
		calibratedBy: 'weight',
		others: 1.25,
		network: 0.3,
		recurrent: 0.25,
	},
	// Its parts are weighed for what they teach, not for how often they come up.
	failedAttempt: {
		bits: 21,
		kept: 0.5,
		leastLines: 4,
		calibratedBy: 'example',
		others: 1.3,
		network: 0.3,
		recurrent: 0.75,
	},
	succeeded: {
		bits: 19,
		kept: 0.5,
		leastLines: 4,
		calibratedBy: 'weight',
		others: 1,
		network: 0,
		recurrent: 0,
	},
};

/** Text of all languages in, one model out: the same bytes for the same text. */
export function train(report: (line: string) => void): {
	model: LearntModel;
	questions: Questions;
} {
	const corpus = readCorpus();
	const requests = readEverydayRequests().map(({ text }) => text);
	const wordWeights = weighWords(corpus.map((text) => plainTexts(text, requests)));
	/** They are in English. */
	const requestsOf = ({ language }: LanguageText) => (language === 'english' ? requests : []);

	const learn = (name: string, settings: Settings, make: (text: LanguageText) => Example[]) => {
		const examples = corpus.flatMap(make);
		const trained = trainQuestion(examples, settings);
		report(`${name}: ${examples.length} examples`);
		return trained;
	};
	const contactRequest = learn('contactRequest', SETTINGS.contactRequest, (text) =>
		contactRequestExamples(text, requestsOf(text)),
	);
	const lackOfInformation = learn('lackOfInformation', SETTINGS.lackOfInformation, (text) =>
		lackOfInformationExamples(text, wordWeights),
	);
	const readTurns = new ReadTurns({
		...inOneTable({ lackOfInformation: lackOfInformation.model }),
		wordWeights,
	});
	const failedAttempt = learn('failedAttempt', SETTINGS.failedAttempt, (text) =>
		failedAttemptExamples(text, wordWeights, readTurns, requestsOf(text)),
	);
	const succeeded = learn('succeeded', SETTINGS.succeeded, (text) =>
		succeededExamples(text, wordWeights, readTurns),
	);
	const questions = { contactRequest, lackOfInformation, failedAttempt, succeeded };
	return {
		questions,
		model: {
			contactRequest: contactRequest.model,
			lackOfInformation: lackOfInformation.model,
			failedAttempt: failedAttempt.model,
			succeeded: succeeded.model,
			wordWeights,
		},
	};
}

function plainTexts(text: LanguageText, requests: string[]): string[] {
	const random = randomFor(`words ${text.language}`);
	return [
		...everydayLines(text.everydayMessages, random).map((one) => one.text),
		...everydayLines(text.everydayAnswers, random).map((one) => one.text),
		...text.sameQuestion.flat(),
		...(text.language === 'english' ? requests : []),
	];
}
