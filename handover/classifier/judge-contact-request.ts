import type { Judged } from './judged';
import { decidingWords, score } from './linear-model';
import { observeMessage } from './observation';
import { quote, type ReadText } from './read-text';
import type { TrainedModel } from './trained-model';

/** Whether the contact asks for a human. */
export function judgeContactRequest(read: ReadText, model: TrainedModel): Judged | null {
	const observation = observeMessage(read);
	const { probability, segment } = score(model.contactRequest, observation);
	if (!segment) return null;
	return {
		probability,
		explain() {
			const [from, to] = decidingWords(model.contactRequest, observation, segment);
			return [{ source: 'contactMessage', rule: 'asksForHuman', text: quote(read, from, to) }];
		},
	};
}
