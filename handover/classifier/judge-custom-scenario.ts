import type { Scenario } from '../scenarios/scenario';
import type { Judged } from './judged';
import { isNegated, prepareScenario } from './prepared-scenario';
import type { ReadText } from './read-text';
import {
	containment,
	countTelling,
	similarity,
	type Features,
	type WordWeights,
} from './similarity';

/** Likeness below which nothing is worth saying. */
const FAINT = 0.1;
/** What is left of a likeness when one of the two says `not`. */
const NEGATED = 0.6;

/** Whether the message is what a custom scenario describes, by words in common with it. */
export function judgeCustomScenario(
	scenario: Scenario,
	read: ReadText,
	features: Features,
	weights: WordWeights,
): Judged | null {
	const { examples, condition } = prepareScenario(scenario, weights);
	const negated = isNegated(read);
	let probability = 0;
	let rule = '';
	examples.forEach((example, index) => {
		const likeness = likenessToExample(features, example.features);
		const value = negated === example.negated ? likeness : likeness * NEGATED;
		if (value <= probability) return;
		probability = value;
		rule = `example/${index + 1}: ${example.text.slice(0, 80)}`;
	});
	const ofCondition = condition
		? likenessToCondition(features, condition) * (negated ? NEGATED : 1)
		: 0;
	if (ofCondition > probability) {
		probability = ofCondition;
		rule = `triggerCondition: ${scenario.triggerCondition!.slice(0, 80)}`;
	}
	if (probability < FAINT) return null;
	const text = read.text.slice(0, 200);
	return { probability, explain: () => [{ source: 'contactMessage', rule, text }] };
}

function likenessToExample(text: Features, example: Features): number {
	const alike = similarity(text, example);
	// A long message that says all that a telling example says, and more.
	const contained = countTelling(example) > 1 ? 0.85 * containment(example, text) ** 2 : 0;
	return Math.min(0.98, Math.max(alike, contained));
}

function likenessToCondition(text: Features, condition: Features): number {
	const share = containment(condition, text);
	return countTelling(condition) === 1 ? 0.7 * share : 0.9 * share;
}
