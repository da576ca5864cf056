import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentOf, type Content } from '../handover/classifier/content';
import { howMany, OF_SCENARIO, weighAgainst } from '../handover/classifier/custom-evidence';
import { prepareScenario } from '../handover/classifier/prepared-scenario';
import { readText } from '../handover/classifier/read-text';
import type { WordWeights } from '../handover/classifier/similarity';
import type { Scenario } from '../handover/scenarios/scenario';
import {
	EXAMPLES,
	readCustomSets,
	scenariosOf,
	TRAINING_SETS,
	type CustomSet,
} from './custom-sets';
import { readEverydayMessages } from './everyday-messages';
import { fitLogistic, type Row } from './logistic-regression';
import { randomFor } from './random';

const WEIGHTS = join(__dirname, '../handover/classifier/custom-weights.ts');

/** How many everyday messages each scenario is shown, and how many examples of other ones. */
const SHOWN = 60;
/** Most messages are about something else: for ten of a set's lines, three such ones count. */
const ELSEWHERE_SHARE = 0.3;
/** A false alarm is worse than a miss, the more so the fewer examples there are. */
const OF_ZERO = 1.15;
const OF_ZERO_BY_FEW = 0.4;

interface Message {
	content: Content;
	label: 0 | 1;
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

/** What speaks for a scenario is not let to speak against it. */
export function fitCustomWeights(
	words: WordWeights,
	sets: readonly CustomSet[] = readCustomSets(TRAINING_SETS),
): number[] {
	const everyday = readEverydayMessages().map((text) => contentOf(readText(text), words));
	const examples = sets.flatMap(({ name, examples: texts }) =>
		texts.map((text) => ({ name, content: contentOf(readText(text), words) })),
	);
	const rows = sets.flatMap((set) => {
		const random = randomFor(`custom ${set.name}`);
		const ofOthers = examples.filter(({ name }) => name !== set.name).map(({ content }) => content);
		const elsewhere = [everyday, ofOthers].flatMap((pool) =>
			Array.from({ length: SHOWN }, () => random.pick(pool)),
		);
		return rowsOf(set, elsewhere, words);
	});
	return fitLogistic(rows, OF_SCENARIO);
}

/** As many examples as there may be count alike, with the condition and without it. */
function rowsOf(set: CustomSet, elsewhere: readonly Content[], words: WordWeights): Row[] {
	const messages = set.messages.map(({ text, label }): Message => ({
		content: contentOf(readText(text), words),
		label,
	}));
	const ofElsewhere = (ELSEWHERE_SHARE * messages.length) / elsewhere.length;
	const others = elsewhere.map((content): Message => ({ content, label: 0 }));
	return EXAMPLES.flatMap((count) => {
		const scenarios = scenariosOf(set, count);
		const without = scenarios.map(({ triggerCondition: _, ...scenario }) => scenario);
		const ofOne = 1 / scenarios.length;
		const ofZero = ofOne * (OF_ZERO + OF_ZERO_BY_FEW * (1 - howMany(count)));
		const weightOf = (label: 0 | 1) => (label === 1 ? ofOne : ofZero);
		return [...scenarios, ...(count === 0 ? [] : without)].flatMap((scenario) => [
			...rowsOfScenario(messages, scenario, words, weightOf),
			...rowsOfScenario(others, scenario, words, () => ofZero * ofElsewhere),
		]);
	});
}

function rowsOfScenario(
	messages: readonly Message[],
	scenario: Scenario,
	words: WordWeights,
	weightOf: (label: 0 | 1) => number,
): Row[] {
	const prepared = prepareScenario(scenario, words);
	return messages.map(({ content, label }) => ({
		values: weighAgainst(content, prepared).values,
		label,
		weight: weightOf(label),
	}));
}
