import { decidingWords } from './deciding-words';
import { exchangeOfMessage } from './exchange';
import type { Judged } from './judged';
import { score } from './linear-model';
import { observeMessage } from './observation';
import type { ReadText } from './read-text';
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
			const text = decidingWords(contactRequest, observeMessage(read), segment);
			return [{ source: 'contactMessage', rule: 'asksForHuman', text }];
		},
	};
}
