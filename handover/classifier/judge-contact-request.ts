import type { Judged } from './judged';
import { longest, without } from './books';
import type { Found } from './phrase-book';

const SURE = 0.95;
const LIKELY = 0.65;

/** Whether the contact asks for a human, by the phrases found in the message. */
export function judgeContactRequest(found: Found[]): Judged | null {
	const sure = without(found, 'asksForHuman', 'doesNotAskForHuman');
	if (sure.length > 0) return judged(SURE, sure);
	const likely = without(found, 'mayAskForHuman', 'doesNotAskForHuman');
	return likely.length > 0 ? judged(LIKELY, likely) : null;
}

function judged(probability: number, found: Found[]): Judged {
	const { rule, text } = longest(found);
	return { probability, evidence: [{ source: 'contactMessage', rule, text }] };
}
