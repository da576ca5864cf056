import { join } from 'node:path';
import { builtInClassifier } from '../handover/classifier/built-in-classifier';
import { judgeScenario } from '../handover/scenarios/judge-scenario';
import { trainedModel } from '../nodes/trained-model';
import { EXAMPLES, readCustomSets, scenariosOf, type CustomSet } from '../training/custom-sets';
import { measure, type Judged } from './measures';

const SETS = join(__dirname, 'text/custom');

/** Judgements of all messages of some custom scenarios, with so many of their examples. */
export async function judgeCustomSets(
	count: number,
	sets: readonly CustomSet[] = readCustomSets(SETS),
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

export async function printCustomSets(): Promise<void> {
	console.log('\ncustom scenarios\n');
	console.log(
		'| scenario | examples | lines | precision | recall | F1 | false alarms | AUROC | calibration error |',
	);
	console.log('|---|--:|--:|--:|--:|--:|--:|--:|--:|');
	const sets = readCustomSets(SETS);
	for (const count of EXAMPLES) {
		await printSets('all', count, sets);
		for (const set of sets) await printSets(set.name, count, [set]);
	}
}

async function printSets(name: string, count: number, sets: readonly CustomSet[]): Promise<void> {
	const m = measure(await judgeCustomSets(count, sets));
	const cells = [m.precision, m.recall, m.f1, m.falseAlarms, m.auroc, m.calibrationError];
	const numbers = cells.map((cell) => cell.toFixed(3)).join(' | ');
	console.log(`| ${name} | ${count} | ${m.lines} | ${numbers} |`);
}
