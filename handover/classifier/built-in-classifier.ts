import type { AttemptJudgement } from '../attempts/attempts';
import { DEFAULT_THRESHOLD, thresholdOf, type Scenario } from '../scenarios/scenario';
import { readAttemptContext } from './attempt-context';
import {
	otherwiseTo,
	type Classification,
	type Classifier,
	type Label,
	type Turn,
} from './classifier';
import { contentOf } from './content';
import { judgeAttempt } from './judge-attempt';
import { judgeContactRequest } from './judge-contact-request';
import { judgeCustomScenario } from './judge-custom-scenario';
import { judgeBotFailed, judgeDraft } from './judge-draft';
import { both, type Judged } from './judged';
import { readText } from './read-text';
import { ReadTurns } from './read-turns';
import type { TrainedModel } from './trained-model';
import { weighMessage } from './weigh-message';

const NAME = 'builtIn/2';

interface Candidate extends Judged {
	label: Label;
	customScenario: string | null;
	threshold: number;
}

interface Reading {
	/** In the order in which they win over each other. */
	candidates: Candidate[];
	attempt: AttemptJudgement;
}

/**
 * Decides by a small model of its own, with no key and no network. It reads every text in all its
 * languages at once, for a contact's language is often not known and often mixed.
 * @param now milliseconds, for the duration it reports.
 */
export function builtInClassifier(
	model: TrainedModel,
	now: () => number = () => performance.now(),
): Classifier {
	const turns = new ReadTurns(model);
	return {
		async classify(turn) {
			const start = now();
			const { candidates, attempt } = readTurn(turn, model, turns);
			return { ...choose(candidates), attempt, classifier: NAME, duration: now() - start };
		},
	};
}

function readTurn(turn: Turn, model: TrainedModel, turns: ReadTurns): Reading {
	const ofContact = turn.text === null ? null : readContactMessage(turn, turn.text, model, turns);
	const unknowing = both(
		judgeBotFailed(turn.botFailed),
		turn.draft === null
			? null
			: judgeDraft(turn.draft, questionOf(turn), turn.retrievalScore ?? null, model),
	);
	const lackOfInformation = enabled(turn, 'lackOfInformation');
	// Requirement R4: where nobody is called for what the bot does not know, it is a failed attempt.
	const failsAtOnce = lackOfInformation ? null : unknowing;
	const failed = both(ofContact?.failed ?? null, failsAtOnce);
	const counter = failedToResolve(turn);
	const hasFailed = failed !== null && failed.probability >= thresholdOf(counter);
	return {
		attempt: hasFailed ? 'failed' : (ofContact?.otherwise ?? 'unclear'),
		candidates: [
			...(ofContact?.candidates ?? []),
			...candidate('lackOfInformation', lackOfInformation, unknowing),
			...candidate('failedAttempt', counter, failed),
		],
	};
}

/** What the draft answers: the message that is judged with it, or the contact's last one. */
function questionOf({ text, history }: Turn): string | null {
	return text ?? history.findLast(({ author }) => author === 'contact')?.text ?? null;
}

function readContactMessage(turn: Turn, text: string, model: TrainedModel, turns: ReadTurns) {
	const read = readText(text);
	const features = turns.featuresOf(text, read);
	const context = readAttemptContext(features, turn.history, turns);
	const weighed = weighMessage(read, context, model);
	const request = judgeContactRequest(read, weighed.words, model);
	const { otherwise, failed } = judgeAttempt(read, context, weighed.attempt, model);
	const asksForHuman = request !== null && request.probability >= DEFAULT_THRESHOLD;
	const custom = turn.scenarios.filter(
		(scenario) => scenario.enabled && scenario.handoverType === 'custom',
	);
	const content = custom.length > 0 ? contentOf(read, model.wordWeights) : null;
	return {
		// To ask for a human is a request of its own, but no change of topic.
		otherwise: asksForHuman && otherwise === 'topicChanged' ? ('unclear' as const) : otherwise,
		failed,
		candidates: [
			...candidate('contactRequest', enabled(turn, 'contactRequest'), request),
			...custom
				.flatMap((scenario) =>
					candidate(
						'custom',
						scenario,
						judgeCustomScenario(scenario, read, content!, model.wordWeights),
					),
				)
				.sort((a, b) => b.probability - a.probability),
		],
	};
}

function enabled(turn: Turn, type: Scenario['handoverType']): Scenario | undefined {
	return turn.scenarios.find((scenario) => scenario.handoverType === type && scenario.enabled);
}

/** Switched off, it still counts failed attempts: only the Failure Counter asks whether it is on. */
function failedToResolve(turn: Turn): Pick<Scenario, 'name' | 'threshold'> {
	const found = turn.scenarios.find(({ handoverType }) => handoverType === 'failedToResolveIssue');
	return found ?? { name: 'failedToResolveIssue' };
}

function candidate(
	label: Label,
	scenario: Pick<Scenario, 'name' | 'threshold'> | undefined,
	judged: Judged | null,
): Candidate[] {
	if (!scenario || !judged) return [];
	const customScenario = label === 'custom' ? scenario.name : null;
	return [{ ...judged, label, customScenario, threshold: thresholdOf(scenario) }];
}

type Choice = Pick<
	Classification,
	'label' | 'customScenario' | 'probability' | 'evidence' | 'runnerUp'
>;

/** The first candidate that reaches its threshold; nothing has happened when none does. */
function choose(candidates: Candidate[]): Choice {
	const chosen = candidates.find(({ probability, threshold }) => probability >= threshold);
	const others = candidates.filter((one) => one !== chosen);
	const next = others.sort((a, b) => b.probability - a.probability)[0];
	const runnerUp = next ? withoutEvidence(next) : null;
	if (chosen) {
		const decided = withoutEvidence(chosen);
		return { ...decided, evidence: chosen.explain(), runnerUp: runnerUp ?? otherwiseTo(decided) };
	}
	return { ...otherwiseTo(next), evidence: [], runnerUp };
}

function withoutEvidence({ label, customScenario, probability }: Candidate) {
	return { label, customScenario, probability };
}
