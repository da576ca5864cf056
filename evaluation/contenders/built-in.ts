import { readAttemptContext } from '../../handover/classifier/attempt-context';
import { judgeAttempt } from '../../handover/classifier/judge-attempt';
import { judgeContactRequest } from '../../handover/classifier/judge-contact-request';
import { judgeDraft } from '../../handover/classifier/judge-draft';
import { observeMessage } from '../../handover/classifier/observation';
import { readText } from '../../handover/classifier/read-text';
import { ReadTurns } from '../../handover/classifier/read-turns';
import { featuresOf } from '../../handover/classifier/similarity';
import { weigh } from '../../handover/classifier/weigh';
import { weighMessage } from '../../handover/classifier/weigh-message';
import type { Turn } from '../../handover/classifier/classifier';
import { trainedModel } from '../../nodes/trained-model';
import type { Contender } from './contender';

const model = trainedModel();
const turns = new ReadTurns(model);

export function contactRequestProbability(text: string): number {
	const read = readText(text);
	const [words] = weigh(model.contactRequest.table, [observeMessage(read)]);
	return judgeContactRequest(read, words!, model)?.probability ?? 0;
}

export function lackOfInformationProbability(draft: string, question: string | null): number {
	return judgeDraft(draft, question, null, model).probability;
}

/** Without a bot's turn in the history it is 0: nothing can have failed. */
export function failedAttemptProbability(text: string, history: Turn['history']): number {
	const read = readText(text);
	const context = readAttemptContext(featuresOf(read, model.wordWeights), history, turns);
	const { attempt } = weighMessage(read, context, model);
	return judgeAttempt(read, context, attempt, model).failed?.probability ?? 0;
}

/** The classifier that is in the package. */
export const builtIn: Contender = {
	name: 'built-in',
	judge({ task, text, history }) {
		switch (task) {
			case 'contact-request':
				return contactRequestProbability(text);
			case 'lack-of-information':
				return lackOfInformationProbability(text, history.at(-1)?.text ?? null);
			case 'failed-attempt':
				return failedAttemptProbability(text, history);
		}
	},
};
