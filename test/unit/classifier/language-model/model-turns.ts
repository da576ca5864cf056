import type { Classification, Turn } from '../../../../handover/classifier/classifier';
import type {
	LanguageModel,
	ModelRequest,
} from '../../../../handover/classifier/language-model/language-model';
import { DEFAULT_SCENARIOS } from '../../../../handover/scenarios/default-scenarios';
import type { Scenario } from '../../../../handover/scenarios/scenario';

/** A turn of which only what matters is given. */
export function aTurn(given: Partial<Turn> = {}): Turn {
	return {
		text: 'hello',
		draft: null,
		botFailed: false,
		history: [],
		language: null,
		scenarios: DEFAULT_SCENARIOS,
		...given,
	};
}

export function aClassification(given: Partial<Classification> = {}): Classification {
	return {
		label: 'continue',
		customScenario: null,
		probability: 0.95,
		evidence: [],
		runnerUp: null,
		attempt: 'unclear',
		classifier: 'builtIn/2',
		duration: 1,
		...given,
	};
}

export const REFUND: Scenario = {
	name: 'Refund',
	handoverType: 'custom',
	enabled: true,
	triggerCondition: 'The contact wants their money back.',
	examples: ['I want a refund'],
};

/** Answers what the test says, and keeps what it was asked. */
export function scriptedModel(
	answer: (request: ModelRequest, signal: AbortSignal) => Promise<string> | string,
) {
	const asked: ModelRequest[] = [];
	const model: LanguageModel = {
		name: 'scripted',
		async complete(request, signal) {
			asked.push(request);
			return await answer(request, signal);
		},
	};
	return { model, asked };
}

/** Lines by contact and bot in turns, the contact first. */
export function dialogue(...lines: string[]): Turn['history'] {
	return lines.map((text, index) => ({ author: index % 2 === 0 ? 'contact' : 'bot', text }));
}

export function switchedOff(type: Scenario['handoverType']): Scenario[] {
	return DEFAULT_SCENARIOS.map((one) => ({ ...one, enabled: one.handoverType !== type }));
}
