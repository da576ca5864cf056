import { EXAMPLES, readCustomSets } from '../training/custom-sets';
import { EVALUATION_SETS, measureCustomSets, type MeasuredSets } from './custom-scenarios';
import { writeCustomRow } from './documented-figures';

export async function printCustomSets(folder: string): Promise<void> {
	console.log('\ncustom scenarios\n');
	console.log(
		'| scenario | examples | lines | precision | recall | F1 | false alarms | AUROC | calibration error | everyday false alarms |',
	);
	console.log('|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|');
	const sets = readCustomSets(folder);
	const documented: string[] = [];
	for (const count of EXAMPLES) {
		const all = await measureCustomSets(count, sets);
		printSets('all', count, all);
		for (const set of sets) printSets(set.name, count, await measureCustomSets(count, [set]));
		documented.push(writeCustomRow(count, all));
	}
	if (folder !== EVALUATION_SETS) return;
	console.log(`\nFor docs/guide/classifier.md:\n\n${documented.join('\n')}`);
}

function printSets(name: string, count: number, m: MeasuredSets): void {
	const measured = [m.precision, m.recall, m.f1, m.falseAlarms, m.auroc, m.calibrationError];
	const numbers = [...measured, m.everydayShare].map((cell) => cell.toFixed(3)).join(' | ');
	console.log(`| ${name} | ${count} | ${m.lines} | ${numbers} |`);
}
