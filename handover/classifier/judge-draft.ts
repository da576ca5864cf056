import { botBook, longest, without } from './books';
import type { Judged } from './judged';
import { readText } from './read-text';

const SURE = 0.92;
const LIKELY = 0.6;
const FLOW = 0.98;
/** An admission this many words in, in an answer this long, may be about a detail only. */
const LATE = 40;

/** Whether the draft admits that the bot cannot answer. */
export function judgeDraft(draft: string): Judged | null {
	const read = readText(draft);
	const found = without(botBook.find(read), 'doesNotKnow', 'doesKnow');
	if (found.length === 0) return null;
	const { rule, text, from } = longest(found);
	const probability = from < LATE ? SURE : LIKELY;
	return { probability, evidence: [{ source: 'botDraft', rule, text }] };
}

/** The flow itself reports that a tool call errored or a search found nothing. */
export function judgeBotFailed(botFailed: boolean): Judged | null {
	if (!botFailed) return null;
	return { probability: FLOW, evidence: [{ source: 'flow', rule: 'botFailed', text: null }] };
}
