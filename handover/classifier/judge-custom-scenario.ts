import type { Scenario } from '../scenarios/scenario';
import type { Content } from './content';
import { weighAgainst } from './custom-evidence';
import { CUSTOM_WEIGHTS } from './custom-weights';
import type { Judged } from './judged';
import { prepareScenario } from './prepared-scenario';
import { beginningOf, type ReadText } from './read-text';
import type { WordWeights } from './similarity';

/** Probability below which nothing is worth saying. */
const FAINT = 0.02;
/** Of what is an example word for word. */
const VERBATIM = 0.98;

/** Whether the message is what a custom scenario describes, by what it has in common with its texts. */
export function judgeCustomScenario(
	scenario: Scenario,
	read: ReadText,
	content: Content,
	weights: WordWeights,
): Judged | null {
	const prepared = prepareScenario(scenario, weights);
	const { values, nearest, isVerbatim } = weighAgainst(content, prepared);
	const sum = values.reduce((total, value, at) => total + value * CUSTOM_WEIGHTS[at]!, 0);
	const probability = isVerbatim ? VERBATIM : Math.min(VERBATIM, 1 / (1 + Math.exp(-sum)));
	if (probability < FAINT) return null;
	return {
		probability,
		explain: () => {
			const like = prepared.texts[nearest];
			const text = beginningOf(read.text);
			return like ? [{ source: 'contactMessage', rule: like.rule, text }] : [];
		},
	};
}
