import type { Judged } from './judged';
import { decidingWords, score } from './linear-model';
import { observeDraft } from './observation';
import { quote, readText } from './read-text';
import { featuresOf } from './similarity';
import type { TrainedModel } from './trained-model';

/** How sure the flow's own word is. */
const FLOW = 0.98;

/**
 * Whether the draft leaves the contact without an answer.
 * @param question what the contact asked, when known
 */
export function judgeDraft(
	draft: string,
	question: string | null,
	model: TrainedModel,
): Judged | null {
	const read = readText(draft);
	const asked = question === null ? null : featuresOf(readText(question), model.wordWeights);
	const observation = observeDraft(read, asked, model.wordWeights);
	const { probability, segment } = score(model.lackOfInformation, observation);
	if (!segment) return null;
	return {
		probability,
		explain() {
			const [from, to] = decidingWords(model.lackOfInformation, observation, segment);
			return [{ source: 'botDraft', rule: 'doesNotKnow', text: quote(read, from, to) }];
		},
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
