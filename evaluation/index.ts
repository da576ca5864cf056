import { writeFileSync } from 'node:fs';
import { DEFAULT_BAND } from '../handover/classifier/language-model/parse-model-settings';
import { DEVELOPMENT_SETS } from '../training/custom-sets';
import { builtIn } from './contenders/built-in';
import type { Contender } from './contenders/contender';
import { keywordRule } from './contenders/keyword-rule';
import { nlpJs } from './contenders/nlp-js';
import { EVALUATION_SETS } from './custom-scenarios';
import { QUALITY_ROWS, writeCascadeShares, writeF1, writeQualityRow } from './documented-figures';
import { judgeLines, medianTime, timeLines, type JudgedLine, type TimedLine } from './judge-lines';
import {
	ALL_LANGUAGES,
	DEVELOPMENT,
	EVALUATION,
	isLanguage,
	isOf,
	ofSet,
	OTHER_SETS,
	readLabelledLines,
	TASKS,
	type LabelledLine,
	type Task,
} from './labelled-lines';
import { measure } from './measures';
import { PLOT, plotReliability } from './plot-reliability';
import { printCustomSets } from './print-custom-sets';
import { cascadeShares, judgeWholeTurns, type WholeTurn } from './whole-turns';

interface Result {
	contender: Contender;
	judged: JudgedLine[];
	timed: TimedLine[];
}

/** `--development`: our classifier alone, on the text that it may be worked on with; `--custom`: custom scenarios alone. */
async function main(options: readonly string[]): Promise<void> {
	const isDevelopment = options.includes('--development');
	const sets = isDevelopment ? DEVELOPMENT_SETS : EVALUATION_SETS;
	if (options.includes('--custom')) return await printCustomSets(sets);
	const lines = readLabelledLines(isDevelopment ? DEVELOPMENT : EVALUATION);
	const contenders = [builtIn];
	if (!isDevelopment) contenders.push(keywordRule, await nlpJs((line) => console.error(line)));
	const results: Result[] = [];
	for (const contender of contenders) results.push(await judgeAll(contender, lines));
	const turns = await judgeWholeTurns(lines);
	for (const task of TASKS) printTask(task, lines, results, turns);
	await printCustomSets(sets);
	printWholeTurns(turns);
	if (isDevelopment) return;
	printDocumented(results, turns);
	writeFileSync(PLOT, plotReliability(results[0]!.judged));
	console.log(`\nReliability curve: docs/images/reliability.svg`);
}

async function judgeAll(contender: Contender, lines: LabelledLine[]): Promise<Result> {
	const judged = await judgeLines(contender, lines);
	return { contender, judged, timed: await timeLines(contender, lines) };
}

function printTask(task: Task, lines: LabelledLine[], results: Result[], turns: WholeTurn[]): void {
	console.log(`\n${task}\n`);
	console.log(
		'| set | classifier | lines | precision | recall | F1 | false alarms | AUROC | calibration error | median µs | whole turn µs |',
	);
	console.log('|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|');
	const sets = [...new Set(lines.filter((line) => line.task === task).map(({ set }) => set))];
	const languages = sets.filter(isLanguage);
	const parts = sets.filter((set) => !isLanguage(set) && !OTHER_SETS.includes(set));
	for (const set of [ALL_LANGUAGES, ...languages, ...OTHER_SETS, ...parts]) {
		for (const { contender, judged, timed } of results) {
			const m = measure(ofSet(judged, task, set));
			const cells = [m.precision, m.recall, m.f1, m.falseAlarms, m.auroc, m.calibrationError];
			const numbers = cells.map((cell) => cell.toFixed(3)).join(' | ');
			const time = medianTime(ofSet(timed, task, set)).toFixed(0);
			// Only ours judges them.
			const turn = contender === builtIn ? medianTime(ofSet(turns, task, set)).toFixed(0) : '';
			console.log(`| ${set} | ${contender.name} | ${m.lines} | ${numbers} | ${time} | ${turn} |`);
		}
	}
}

function printWholeTurns(turns: WholeTurn[]): void {
	const time = medianTime(turns).toFixed(0);
	console.log(`\nA whole turn with the default scenarios: ${time} µs (median).`);
	const shareOf = (name: string, set: string) =>
		printCascade(
			name,
			turns.filter(({ line }) => isOf(line, set)),
		);
	shareOf('all languages, half of them chosen to be hard', ALL_LANGUAGES);
	for (const set of OTHER_SETS) shareOf(set, set);
}

function printCascade(set: string, turns: readonly WholeTurn[]): void {
	const { from, to } = DEFAULT_BAND;
	const { without, withCustom } = cascadeShares(turns);
	console.log(
		`Cascade: ${without.toFixed(1)} % of ${turns.length} turns (${set}) reach the model (band ${from} to ${to}); with a custom scenario ${withCustom.toFixed(1)} %.`,
	);
}

/** What the guides say of it, as it has to stand there. */
function printDocumented([ours, rule, learning]: Result[], turns: WholeTurn[]): void {
	console.log('\nFor docs/guide/classifier.md:\n');
	for (const row of QUALITY_ROWS) {
		const nlp = writeF1(ofSet(learning!.judged, row.task, row.set));
		console.log(writeQualityRow(row, ours!.judged, rule!.judged, nlp));
	}
	console.log(`\nFor docs/guide/language-model.md:\n\n… ${writeCascadeShares(turns)}`);
}

void main(process.argv.slice(2));
