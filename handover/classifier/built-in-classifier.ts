import type { AttemptJudgement } from '../attempts/attempts';
import type { Scenario } from '../scenarios/scenario';
import { contactBook } from './books';
import type { Classification, Classifier, Label, Turn } from './classifier';
import { judgeAttempt } from './judge-attempt';
import { judgeContactRequest } from './judge-contact-request';
import { judgeCustomScenario } from './judge-custom-scenario';
import { judgeBotFailed, judgeDraft } from './judge-draft';
import { both, type Judged } from './judged';
import { readText } from './read-text';
import { featuresOf } from './similarity';

const NAME = 'builtIn/1';
const DEFAULT_THRESHOLD = 0.5;

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
 * Decides by phrases and by words in common, with no model, key or network. It reads every text in
 * all its languages at once, for a contact's language is often not known and often mixed.
 * @param now milliseconds, for the duration it reports.
 */
export function builtInClassifier(now: () => number = () => performance.now()): Classifier {
	return {
		async classify(turn) {
			const start = now();
			const { candidates, attempt } = readTurn(turn);
			return { ...choose(candidates), attempt, classifier: NAME, duration: now() - start };
		},
	};
}

function readTurn(turn: Turn): Reading {
	const ofContact = turn.text === null ? null : readContactMessage(turn, turn.text);
	const unknowing = both(
		judgeBotFailed(turn.botFailed),
		turn.draft === null ? null : judgeDraft(turn.draft),
	);
	const lackOfInformation = enabled(turn, 'lackOfInformation');
	// Requirement R4: where nobody is called for what the bot does not know, it is a failed attempt.
	const failsAtOnce = unknowing !== null && !lackOfInformation;
	const failed = both(ofContact?.failed ?? null, failsAtOnce ? unknowing : null);
	const counter = failedToResolve(turn);
	const attempt = failsAtOnce ? 'failed' : (ofContact?.attempt ?? 'unclear');
	const isSure = failed !== null && failed.probability >= (counter.threshold ?? DEFAULT_THRESHOLD);
	return {
		attempt: attempt === 'failed' && !isSure ? 'unclear' : attempt,
		candidates: [
			...(ofContact?.candidates ?? []),
			...candidate('lackOfInformation', lackOfInformation, unknowing),
			...candidate('failedAttempt', counter, failed),
		],
	};
}

function readContactMessage(turn: Turn, text: string) {
	const read = readText(text);
	const found = contactBook.find(read);
	const request = judgeContactRequest(found);
	const { attempt, failed } = judgeAttempt(read, found, turn.history);
	// To ask for a human is a request of its own, but no change of topic.
	const aboutAttempt = request && attempt === 'topicChanged' ? 'unclear' : attempt;
	const custom = turn.scenarios.filter(
		(scenario) => scenario.enabled && scenario.handoverType === 'custom',
	);
	const features = custom.length > 0 ? featuresOf(read) : null;
	return {
		attempt: aboutAttempt,
		failed,
		candidates: [
			...candidate('contactRequest', enabled(turn, 'contactRequest'), request),
			...custom
				.flatMap((scenario) =>
					candidate('custom', scenario, judgeCustomScenario(scenario, read, features!)),
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
	const threshold = scenario.threshold ?? DEFAULT_THRESHOLD;
	return [
		{ ...judged, label, customScenario: label === 'custom' ? scenario.name : null, threshold },
	];
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
	if (chosen) return { ...withoutEvidence(chosen), evidence: chosen.evidence, runnerUp };
	const probability = 1 - (next?.probability ?? 0);
	return { label: 'continue', customScenario: null, probability, evidence: [], runnerUp };
}

function withoutEvidence({ label, customScenario, probability }: Candidate) {
	return { label, customScenario, probability };
}
