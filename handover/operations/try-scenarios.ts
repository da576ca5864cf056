import * as v from 'valibot';
import type { Classification, Classifier, Turn } from '../classifier/classifier';
import { isStorable, MAX_TEXT_LENGTH } from '../conversation/inbound-message';
import { HandoverError } from '../errors';
import { judgeScenario, type ScenarioJudgement } from '../scenarios/judge-scenario';
import { findOverlappingScenarios, type Overlap } from '../scenarios/overlapping-scenarios';
import { parseScenarios } from '../scenarios/parse-scenarios';
import { thresholdOf, type Scenario } from '../scenarios/scenario';
import { isTrue, JUDGE, parseRetrievalScore } from './classify-turn';

const text = v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH), v.check(isStorable));

const trialSchema = v.object({
	scenarios: v.unknown(),
	judge: v.optional(v.picklist(JUDGE), 'both'),
	/** What the contact writes. */
	message: v.optional(text, ''),
	/** What the bot said before that. */
	lastAnswer: v.optional(text, ''),
	/** What the contact wrote before the bot said it. */
	earlierMessage: v.optional(text, ''),
	/** What the bot is about to answer. */
	draft: v.optional(text, ''),
	/** Of the draft, as `classifyTurn` takes them. */
	botFailed: v.optional(v.unknown()),
	retrievalScore: v.optional(v.unknown()),
});
type Trial = v.InferOutput<typeof trialSchema>;

export interface TriedScenario extends ScenarioJudgement {
	name: string;
	handoverType: Scenario['handoverType'];
	enabled: boolean;
	threshold: number;
}

export interface TrialResult {
	/** Null where there is no text to judge. */
	classification: Pick<
		Classification,
		'label' | 'customScenario' | 'probability' | 'evidence' | 'runnerUp' | 'classifier'
	> | null;
	/** In the order of the list. */
	scenarios: TriedScenario[];
	overlaps: Overlap[];
}

/**
 * Judges a message that nobody sent by scenarios that nobody has saved, for an editor's dialog.
 * @throws {HandoverError} as `parseScenarios` does; `TEXT_INVALID` for the texts; `RETRIEVAL_SCORE_OUT_OF_RANGE`.
 */
export async function tryScenarios(classifier: Classifier, input: unknown): Promise<TrialResult> {
	const trial = parseTrial(input);
	const scenarios = parseScenarios(trial.scenarios);
	const turn = turnOf(trial, scenarios);
	const judged = await Promise.all(
		scenarios.map(async (scenario) => ({
			...describe(scenario),
			...(await judgeScenario(classifier, turn, scenario)),
		})),
	);
	const hasText = turn.text !== null || turn.draft !== null || turn.botFailed;
	return {
		classification: hasText ? await classifier.classify(turn) : null,
		scenarios: judged,
		overlaps: await findOverlappingScenarios(classifier, scenarios),
	};
}

function parseTrial(input: unknown): Trial {
	const parsed = v.safeParse(trialSchema, input);
	if (parsed.success) return parsed.output;
	throw new HandoverError(
		'TEXT_INVALID',
		`${v.getDotPath(parsed.issues[0]) ?? 'The request'} must be a text of at most ${MAX_TEXT_LENGTH} characters.`,
	);
}

function turnOf(trial: Trial, scenarios: Scenario[]): Turn {
	const { judge, message, lastAnswer, earlierMessage, draft } = trial;
	const judgesDraft = judge !== 'contactMessage';
	const text = judge === 'botDraft' ? null : blankIsNull(message);
	return {
		text,
		draft: judgesDraft ? blankIsNull(draft) : null,
		botFailed: judgesDraft && isTrue(trial.botFailed),
		retrievalScore: judgesDraft ? parseRetrievalScore(trial.retrievalScore) : null,
		history: [
			...lineOf('contact', earlierMessage),
			...lineOf('bot', lastAnswer),
			...(text === null ? lineOf('contact', message) : []),
		],
		language: null,
		scenarios,
	};
}

function lineOf(author: 'contact' | 'bot', text: string): Turn['history'] {
	return blankIsNull(text) === null ? [] : [{ author, text }];
}

function blankIsNull(value: string): string | null {
	return value.trim() === '' ? null : value;
}

function describe(scenario: Scenario) {
	const { name, handoverType, enabled } = scenario;
	return { name, handoverType, enabled, threshold: thresholdOf(scenario) };
}
