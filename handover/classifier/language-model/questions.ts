import { thresholdOf, type Scenario } from '../../scenarios/scenario';
import type { Label, Turn } from '../classifier';

/** One thing that can be true of a turn; the model gives a probability for each. */
export interface Question {
	/** Names it in the prompt and in the answer. */
	key: string;
	label: Label;
	customScenario: string | null;
	threshold: number;
	/** In plain language. */
	condition: string;
	examples: readonly string[];
}

const CONDITIONS = {
	contactRequest:
		'In contactMessage the contact asks to get to a person: to talk to, be called by, be connected to or escalated to a human, an agent, staff, a manager, a department; or refuses to go on with the bot. Not: other meanings of such words, a report of an earlier talk with staff, a question whether the bot is a human, a complaint without that wish, a wish that is negated or only imagined.',
	lackOfInformation:
		'botDraft does not give the contact what was asked, because the bot does not know, has no information or access, cannot do it, did not understand, or answers something else. A low retrievalScore speaks for it where botDraft is vague. Not: a real answer, also where it is a no; a question back; a refusal of what is dangerous or private.',
	failedAttempt:
		"contactMessage shows that the bot's last answer in history did not help: the contact says so, corrects the bot, complains about the answer, asks the same again, or gives up. Not: thanks, an answer to the bot's question, the next question, a new topic, a change of mind.",
} as const;

/**
 * What is asked about this turn, in the order in which one label wins over the other. Only what can be
 * true is asked: nothing of a draft where there is none, nothing of an answer that nobody gave.
 */
export function questionsOf(turn: Turn): Question[] {
	const { text, draft, history } = turn;
	const answered = history.some(({ author }) => author === 'bot');
	return [
		...(text === null ? [] : builtIn(turn, 'contactRequest')),
		...(text === null ? [] : customQuestions(turn)),
		...(draft === null ? [] : lackOfInformation(turn)),
		...(text === null || !answered ? [] : failedAttempt(turn)),
	];
}

function builtIn(turn: Turn, type: 'contactRequest' | 'lackOfInformation'): Question[] {
	const scenario = enabled(turn, type);
	return scenario ? [question(type, type, scenario, CONDITIONS[type])] : [];
}

function customQuestions({ scenarios }: Turn): Question[] {
	return scenarios
		.filter(({ enabled, handoverType }) => enabled && handoverType === 'custom')
		.map((scenario, index) => ({
			...question(`custom${index + 1}`, 'custom', scenario, scenario.triggerCondition ?? ''),
			customScenario: scenario.name,
			examples: scenario.examples ?? [],
		}));
}

/** Requirement R4: where nobody is called for what the bot does not know, it is a failed attempt. */
function lackOfInformation(turn: Turn): Question[] {
	const asked = builtIn(turn, 'lackOfInformation');
	if (asked.length > 0) return asked;
	const counter = failedToResolve(turn);
	return [question('lackOfInformation', 'failedAttempt', counter, CONDITIONS.lackOfInformation)];
}

function failedAttempt(turn: Turn): Question[] {
	const counter = failedToResolve(turn);
	return [question('failedAttempt', 'failedAttempt', counter, CONDITIONS.failedAttempt)];
}

/** Switched off, it still counts failed attempts: only the Failure Counter asks whether it is on. */
function failedToResolve({ scenarios }: Turn): Pick<Scenario, 'threshold'> {
	return scenarios.find(({ handoverType }) => handoverType === 'failedToResolveIssue') ?? {};
}

function enabled({ scenarios }: Turn, type: Scenario['handoverType']): Scenario | undefined {
	return scenarios.find((scenario) => scenario.handoverType === type && scenario.enabled);
}

function question(
	key: string,
	label: Label,
	scenario: Pick<Scenario, 'threshold'>,
	condition: string,
): Question {
	return {
		key,
		label,
		customScenario: null,
		threshold: thresholdOf(scenario),
		condition,
		examples: [],
	};
}
