import type { Classifier, Label, Turn } from '../classifier/classifier';
import type { Evidence } from '../conversation/handover';
import type { HandoverType, Scenario } from './scenario';

/** What one scenario alone makes of a turn, whether or not it would win over the others. */
export interface ScenarioJudgement {
	/** 0 to 1; 0 too where it has nothing to look at. */
	probability: number;
	evidence: Evidence[];
}

const LABEL_OF: Record<HandoverType, Label> = {
	contactRequest: 'contactRequest',
	lackOfInformation: 'lackOfInformation',
	failedToResolveIssue: 'failedAttempt',
	custom: 'custom',
};

const NOTHING: ScenarioJudgement = { probability: 0, evidence: [] };

/** @param turn of its scenarios, only whether Lack of Information is on is looked at */
export async function judgeScenario(
	classifier: Classifier,
	turn: Turn,
	scenario: Scenario,
): Promise<ScenarioJudgement> {
	const reads = readsDraft(scenario, turn.scenarios);
	const draft = reads ? turn.draft : null;
	const botFailed = reads && turn.botFailed;
	if (draft === null && turn.text === null && !botFailed) return NOTHING;
	// From probability 0 on it is taken, so that its probability and evidence are told.
	const alone = { ...scenario, enabled: true, threshold: 0 };
	const judged = await classifier.classify({ ...turn, draft, botFailed, scenarios: [alone] });
	if (judged.label !== LABEL_OF[scenario.handoverType]) return NOTHING;
	return { probability: judged.probability, evidence: judged.evidence };
}

/** Where nobody is called for what the bot does not know, its draft is a failed attempt. */
function readsDraft({ handoverType }: Scenario, all: readonly Scenario[]): boolean {
	if (handoverType !== 'failedToResolveIssue') return handoverType === 'lackOfInformation';
	return !all.some((one) => one.handoverType === 'lackOfInformation' && one.enabled);
}
