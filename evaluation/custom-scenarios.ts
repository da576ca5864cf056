import { join } from 'node:path';
import { builtInClassifier } from '../handover/classifier/built-in-classifier';
import { contentOf } from '../handover/classifier/content';
import { judgeCustomScenario } from '../handover/classifier/judge-custom-scenario';
import { readText } from '../handover/classifier/read-text';
import { judgeScenario } from '../handover/scenarios/judge-scenario';
import { DEFAULT_THRESHOLD } from '../handover/scenarios/scenario';
import { trainedModel } from '../nodes/trained-model';
import { readCustomSets, scenariosOf, type CustomSet } from '../training/custom-sets';
import { readEverydayMessages } from '../training/everyday-messages';
import { measure, type Judged, type Measures } from './measures';

/** Judged by at the end. */
export const EVALUATION_SETS = join(__dirname, 'text/custom');

/** Judgements of all messages of some custom scenarios, with so many of their examples. */
export async function judgeCustomSets(
	count: number,
	sets: readonly CustomSet[] = readCustomSets(EVALUATION_SETS),
): Promise<Judged[]> {
	const classifier = builtInClassifier(trainedModel());
	const judged: Judged[] = [];
	for (const set of sets) {
		for (const scenario of scenariosOf(set, count)) {
			for (const { text, label } of set.messages) {
				const turn = { text, draft: null, botFailed: false, history: [], language: null };
				const { probability } = await judgeScenario(
					classifier,
					{ ...turn, scenarios: [] },
					scenario,
				);
				judged.push({ label, probability });
			}
		}
	}
	return judged;
}

/**
 * Which share of the everyday messages of all languages, which ask for nothing, each of some custom
 * scenarios takes.
 * @param every 10 for a tenth of the messages
 */
export function everydayAlarms(
	count: number,
	sets: readonly CustomSet[],
	every = 1,
): Array<{ name: string; share: number }> {
	const { wordWeights } = trainedModel();
	const messages = readEverydayMessages()
		.filter((_, index) => index % every === 0)
		.map((text) => readText(text))
		.map((read) => ({ read, content: contentOf(read, wordWeights) }));
	return sets.map((set) => {
		const [scenario] = scenariosOf(set, count);
		const taken = messages.filter(({ read, content }) => {
			const judged = judgeCustomScenario(scenario!, read, content, wordWeights);
			return judged !== null && judged.probability >= DEFAULT_THRESHOLD;
		});
		return { name: set.name, share: taken.length / messages.length };
	});
}

export interface MeasuredSets extends Measures {
	/** Of the everyday messages, those that each of the scenarios takes, on average. */
	everydayShare: number;
}

export async function measureCustomSets(
	count: number,
	sets: readonly CustomSet[],
): Promise<MeasuredSets> {
	const alarms = everydayAlarms(count, sets);
	const everydayShare = alarms.reduce((sum, { share }) => sum + share, 0) / alarms.length;
	return { ...measure(await judgeCustomSets(count, sets)), everydayShare };
}
