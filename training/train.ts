import { availableParallelism } from 'node:os';
import type { LearntModel } from '../handover/classifier/trained-model';
import { readCorpus, readEverydayRequests, type LanguageText } from './corpus';
import { everydayLines } from './examples/everyday-lines';
import { LineNumbers } from './line-numbers';
import { SETTINGS, type Learnt, type QuestionName } from './questions';
import { randomFor } from './random';
import { assemble, type Correcting, type Trained, type Weighing } from './train-question';
import { weighWords } from './word-weights';
import { Workers } from './workers';

export type Questions = Record<QuestionName, Trained>;

/**
 * Text of all languages in, one model out: the same bytes for the same text. The weights of a
 * question and the networks that correct them are learnt side by side, each by a worker of its own, as
 * many at a time as the machine has processors.
 */
export async function train(report: (line: string) => void): Promise<{
	model: LearntModel;
	questions: Questions;
}> {
	const corpus = readCorpus();
	const requests = readEverydayRequests().map(({ text }) => text);
	const wordWeights = weighWords(corpus.map((text) => plainTexts(text, requests)));
	const workers = new Workers(availableParallelism());
	const learn = async (name: QuestionName, learnt: Learnt) => {
		const [weighing, correcting] = await Promise.all([
			workers.run<Weighing>({ name, part: 'weights', learnt }),
			SETTINGS[name].recurrent === 0
				? null
				: workers.run<Correcting>({ name, part: 'corrections', learnt }),
		]);
		report(`${name}: ${weighing.examples} examples`);
		return assemble(weighing, correcting, SETTINGS[name]);
	};
	const alone: Learnt = { wordWeights, lackOfInformation: null };
	const ofDrafts = learn('lackOfInformation', alone);
	const ofMessages = learn('contactRequest', alone);
	const lackOfInformation = await ofDrafts;
	const withDrafts: Learnt = { wordWeights, lackOfInformation: lackOfInformation.model };
	const [failedAttempt, succeeded, contactRequest] = await Promise.all([
		learn('failedAttempt', withDrafts),
		learn('succeeded', withDrafts),
		ofMessages,
	]);
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
	const numbers = new LineNumbers(text.language);
	return [
		...everydayLines(text.everydayMessages, random, numbers).map((one) => one.text),
		...everydayLines(text.everydayAnswers, random, numbers).map((one) => one.text),
		...text.sameQuestion.flat(),
		...(text.language === 'english' ? requests : []),
	];
}
