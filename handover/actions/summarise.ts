import type { Conversation, Message } from '../conversation/conversation';
import type { Handover } from '../conversation/handover';

const MOST_PER_QUOTE = 200;

const REASONS = new Map([
	['contactRequest', 'The contact asks for a human.'],
	['lackOfInformation', 'The bot does not know the answer.'],
	['failedToResolveIssue', 'The bot could not solve it.'],
]);

/**
 * What the person who takes over needs first: why, who, what was asked, what the bot last said.
 * Undefined when the transcript has nothing from the contact, so that the literal default stays.
 */
export function summarise(
	handover: Handover,
	conversation: Conversation,
	transcript: readonly Message[],
): string | undefined {
	const asked = transcript.filter(({ author }) => author === 'contact');
	const [first, last] = [asked[0], asked.at(-1)];
	if (!first || !last) return undefined;
	const answer = transcript.findLast(({ author }) => author === 'bot');
	const who = conversation.contact.name ?? conversation.contact.email;
	return [
		REASONS.get(handover.scenario) ?? `Scenario: ${handover.scenario}.`,
		who && `Contact: ${who}.`,
		first !== last && `First asked: "${quote(first.text)}".`,
		`Last wrote: "${quote(last.text)}".`,
		answer && `The bot last said: "${quote(answer.text)}".`,
	]
		.filter(Boolean)
		.join(' ');
}

/** On one line, cut between characters and never inside one. */
function quote(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	const characters = [...line];
	return characters.length <= MOST_PER_QUOTE
		? line
		: `${characters.slice(0, MOST_PER_QUOTE - 1).join('')}…`;
}
