import type { AttemptJudgement } from '../attempts/attempts';
import type { Author } from '../conversation/conversation';
import type { Evidence } from '../conversation/handover';
import type { Scenario } from '../scenarios/scenario';

/** What is judged. At least one of `text` and `draft` is there. */
export interface Turn {
	/** The contact's message, or null when only the bot's draft is judged. */
	text: string | null;
	/** The bot's answer that has not gone out yet. */
	draft: string | null;
	/** The flow's own word that the bot failed: its tool call errored, its retrieval found nothing. */
	botFailed: boolean;
	/** How well what the draft was made from fits the question, 0 to 1; null when nothing was searched. */
	retrievalScore?: number | null;
	/** The turns before this one, oldest first. */
	history: ReadonlyArray<{ author: Author; text: string }>;
	/** BCP 47 tag of the contact, when known. */
	language: string | null;
	/** Only enabled scenarios become labels. */
	scenarios: readonly Scenario[];
}

export const LABELS = [
	'continue',
	'contactRequest',
	'lackOfInformation',
	'failedAttempt',
	'custom',
] as const;
export type Label = (typeof LABELS)[number];

/** A label, and how likely it is, 0 to 1. */
export type Candidate = Pick<Classification, 'label' | 'customScenario' | 'probability'>;

/** That nothing is to be done, against the likeliest that may be. */
export function otherwiseTo(likeliest: Candidate | undefined): Candidate {
	const probability = 1 - (likeliest?.probability ?? 0);
	return { label: 'continue', customScenario: null, probability };
}

export interface Classification {
	label: Label;
	/** The name of the custom scenario when the label is `custom`, else null. */
	customScenario: string | null;
	/** Of the label, 0 to 1. */
	probability: number;
	/** Empty when the label is `continue`. */
	evidence: Evidence[];
	/** The next best label of a scenario, or else that nothing is to be done; null when nothing was possible. */
	runnerUp: Candidate | null;
	/** What the turn says of the bot's last answer; the Failure Counter reads it. */
	attempt: AttemptJudgement;
	/** Name and version of what decided, such as `builtIn/2`. */
	classifier: string;
	/** Milliseconds. */
	duration: number;
}

/** Puts a label on a turn. Implementations never throw for what a contact wrote. */
export interface Classifier {
	classify(turn: Turn): Promise<Classification>;
}
