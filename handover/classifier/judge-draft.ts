import type { Evidence } from '../conversation/handover';
import { decidingWords } from './deciding-words';
import { exchangeOfDraft, readQuestion } from './exchange';
import type { Judged } from './judged';
import { score } from './linear-model';
import { observeDraft } from './observation';
import { readText } from './read-text';
import type { TrainedModel } from './trained-model';
import { weigh } from './weigh';

/** How sure the flow's own word is. */
const FLOW = 0.98;

/** A draft without a word answers nothing. */
const SAYS_NOTHING: Judged = {
	probability: 0.98,
	explain: () => [{ source: 'botDraft', rule: 'saysNothing', text: null }],
};

/** Log-odds that a search without any hit adds, and a perfect one takes. */
const OF_RETRIEVAL = 2;

/**
 * Whether the draft leaves the contact without an answer.
 * @param question what the contact asked, when known
 * @param retrievalScore how well what was found fits the question, 0 to 1: below 0.5 it speaks for a
 * lack of information, above against it, too weakly to overrule a plain admission or a plain answer
 */
export function judgeDraft(
	draft: string,
	question: string | null,
	retrievalScore: number | null,
	model: TrainedModel,
): Judged {
	const read = readText(draft);
	const asked = question === null ? null : readQuestion(question, model.wordWeights);
	const observation = observeDraft(read, asked?.features ?? null, model.wordWeights);
	const { probability, segment } = score(
		model.lackOfInformation,
		weigh(model.lackOfInformation.table, [observation]),
		() => exchangeOfDraft(read, asked),
	);
	if (!segment) return SAYS_NOTHING;
	const explain = (): Evidence[] => {
		const text = decidingWords(model.lackOfInformation, observation, segment);
		return [{ source: 'botDraft', rule: 'doesNotKnow', text }];
	};
	if (retrievalScore === null) return { probability, explain };
	const logOdds = Math.log(probability / (1 - probability));
	const ofRetrieval = OF_RETRIEVAL * (1 - 2 * retrievalScore);
	return {
		probability: 1 / (1 + Math.exp(-logOdds - ofRetrieval)),
		explain: () =>
			ofRetrieval > 0
				? [...explain(), { source: 'flow', rule: `retrievalScore=${retrievalScore}`, text: null }]
				: explain(),
	};
}

/** The flow itself reports that a tool call errored or a search found nothing. */
export function judgeBotFailed(botFailed: boolean): Judged | null {
	if (!botFailed) return null;
	return {
		probability: FLOW,
		explain: () => [{ source: 'flow', rule: 'botFailed', text: null }],
	};
}
