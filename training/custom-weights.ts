import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentOf } from '../handover/classifier/content';
import { OF_SCENARIO, weighAgainst } from '../handover/classifier/custom-evidence';
import { prepareScenario } from '../handover/classifier/prepared-scenario';
import { readText } from '../handover/classifier/read-text';
import { featuresOf, type WordWeights } from '../handover/classifier/similarity';
import type { Scenario } from '../handover/scenarios/scenario';
import { EXAMPLES, readCustomSets, scenariosOf, type CustomSet } from './custom-sets';

const SETS = join(__dirname, 'custom');
const WEIGHTS = join(__dirname, '../handover/classifier/custom-weights.ts');

const SWEEPS = 150;
/** Pulls the weights towards zero. */
const DECAY = 0.001;
/** Most messages are about something else, more of them than in the lines. */
const OF_ZERO = 1.4;

interface Row {
	values: number[];
	label: 0 | 1;
	weight: number;
}

export function writeCustomWeights(words: WordWeights): void {
	const weights = fitCustomWeights(words).map((weight) => weight.toFixed(3));
	writeFileSync(
		WEIGHTS,
		`/** What each value of {@link weighAgainst} counts, in its order; written by \`npm run train\`. */
export const CUSTOM_WEIGHTS: readonly number[] = [
${weights.map((weight) => `\t${weight},\n`).join('')}];
`,
	);
}

/**
 * Logistic regression, one weight after the other by Newton's method, from zero: the same weights
 * every time. What speaks for a scenario is not let to speak against it, whatever a few lines say.
 */
export function fitCustomWeights(words: WordWeights): number[] {
	const rows = readCustomSets(SETS).flatMap((set) => rowsOf(set, words));
	const total = rows.reduce((sum, { weight }) => sum + weight, 0);
	const sums = new Float64Array(rows.length);
	const weights = rows[0]!.values.map(() => 0);
	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		for (let at = 0; at < weights.length; at++) {
			let [slope, bend] = [DECAY * weights[at]!, DECAY];
			rows.forEach(({ values, label, weight }, row) => {
				const value = values[at]!;
				if (value === 0) return;
				const probability = 1 / (1 + Math.exp(-sums[row]!));
				slope += (weight / total) * (probability - label) * value;
				bend += (weight / total) * probability * (1 - probability) * value * value;
			});
			const best = weights[at]! - slope / bend;
			const change = (at < OF_SCENARIO ? best : Math.max(0, best)) - weights[at]!;
			weights[at]! += change;
			rows.forEach(({ values }, row) => (sums[row]! += change * values[at]!));
		}
	}
	return weights;
}

/** As many examples as there may be count alike, with the condition and without it. */
function rowsOf(set: CustomSet, words: WordWeights): Row[] {
	return EXAMPLES.flatMap((count) => {
		const scenarios = scenariosOf(set, count);
		const without = scenarios.map(({ triggerCondition: _, ...scenario }) => scenario);
		return [...scenarios, ...(count === 0 ? [] : without)].flatMap((scenario) =>
			rowsOfScenario(set, scenario, words, 1 / scenarios.length),
		);
	});
}

function rowsOfScenario(
	{ messages }: CustomSet,
	scenario: Scenario,
	words: WordWeights,
	weight: number,
): Row[] {
	const prepared = prepareScenario(scenario, words);
	return messages.map(({ text, label }) => {
		const read = readText(text);
		const content = contentOf(read, featuresOf(read, words), words);
		const { values } = weighAgainst(content, prepared);
		return { values, label, weight: label === 1 ? weight : OF_ZERO * weight };
	});
}
