import { exchangeOfMessage } from './exchange';
import type { Judged } from './judged';
import { decidingWords, score } from './linear-model';
import { observeMessage } from './observation';
import { quote, type ReadText } from './read-text';
import type { TrainedModel } from './trained-model';
import type { Weighed } from './weigh';

/** Whether the contact asks for a human. */
export function judgeContactRequest(
	read: ReadText,
	words: Weighed,
	{ contactRequest }: TrainedModel,
): Judged | null {
	const { probability, segment } = score(contactRequest, [words], () => exchangeOfMessage(read));
	if (!segment) return null;
	return {
		probability,
		explain() {
			const [from, to] = decidingWords(contactRequest, observeMessage(read), segment);
			return [{ source: 'contactMessage', rule: 'asksForHuman', text: quote(read, from, to) }];
		},
	};
}
