import { builtInClassifier } from '../../../handover/classifier/built-in-classifier';
import { trainedModel } from '../../../nodes/trained-model';
import type { Turn } from '../../../handover/classifier/classifier';
import { DEFAULT_SCENARIOS } from '../../../handover/scenarios/default-scenarios';
import type { Scenario } from '../../../handover/scenarios/scenario';

export const classifier = builtInClassifier(trainedModel());

/** Judges a turn of which only what matters is given. */
export function classify(turn: Partial<Turn>) {
	return classifier.classify({
		text: null,
		draft: null,
		botFailed: false,
		history: [],
		language: null,
		scenarios: DEFAULT_SCENARIOS,
		...turn,
	});
}

/** Lines by contact and bot in turns, the contact first. */
export function dialogue(...lines: string[]): Turn['history'] {
	return lines.map((text, index) => ({ author: index % 2 === 0 ? 'contact' : 'bot', text }));
}

export function switchedOff(type: Scenario['handoverType']): Scenario[] {
	return DEFAULT_SCENARIOS.map((one) => ({ ...one, enabled: one.handoverType !== type }));
}
