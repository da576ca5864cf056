import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInClassifier } from '../handover/classifier/built-in-classifier';
import { callsNobody, isUnsure } from '../handover/classifier/language-model/unsure-band';
import { DEFAULT_SCENARIOS } from '../handover/scenarios/default-scenarios';
import { trainedModel } from '../nodes/trained-model';
import { builtIn } from './contenders/built-in';
import type { Contender } from './contenders/contender';
import { keywordRule } from './contenders/keyword-rule';
import { nlpJs } from './contenders/nlp-js';
import {
	DEVELOPMENT,
	EVALUATION,
	OTHER_SETS,
	readLabelledLines,
	TASKS,
	type LabelledLine,
} from './labelled-lines';
import { measure } from './measures';
import { EVALUATION_SETS, printCustomSets } from './custom-scenarios';
import { DEVELOPMENT_SETS } from '../training/custom-sets';
import { plotReliability } from './plot-reliability';
import { DEFAULT_BAND } from '../handover/classifier/language-model/parse-model-settings';

const PLOT = join(__dirname, '../docs/images/reliability.svg');

interface JudgedLine {
	line: LabelledLine;
	label: 0 | 1;
	probability: number;
}

interface Result {
	contender: string;
	judged: JudgedLine[];
	/** Median over the lines, in a second round, of the one question that each is about. */
	microseconds: number;
}

/** `--development`: our classifier alone, on the text that it may be worked on with; `--custom`: custom scenarios alone. */
async function main(options: readonly string[]): Promise<void> {
	const isDevelopment = options.includes('--development');
	if (options.includes('--custom')) {
		return await printCustomSets(isDevelopment ? DEVELOPMENT_SETS : EVALUATION_SETS);
	}
	if (isDevelopment) {
		await compare([builtIn], readLabelledLines(DEVELOPMENT));
		await printCustomSets(DEVELOPMENT_SETS);
		return;
	}
	const lines = readLabelledLines(EVALUATION);
	const learning = await nlpJs((line) => console.error(line));
	const results = await compare([builtIn, keywordRule, learning], lines);
	await printCustomSets();
	await printWholeTurns(lines);
	writeFileSync(PLOT, plotReliability(TASKS.map((task) => [task, ordinary(results[0]!, task)])));
	console.log(`\nReliability curve: docs/images/reliability.svg`);
}

async function compare(contenders: Contender[], lines: LabelledLine[]): Promise<Result[]> {
	const results: Result[] = [];
	for (const contender of contenders) results.push(await judgeAll(contender, lines));
	for (const task of TASKS) printTask(task, lines, results);
	return results;
}

async function judgeAll(contender: Contender, lines: LabelledLine[]): Promise<Result> {
	const judged: JudgedLine[] = [];
	for (const line of lines) {
		judged.push({ line, label: line.label, probability: await contender.judge(line) });
	}
	const times: number[] = [];
	for (const line of lines) {
		const start = process.hrtime.bigint();
		await contender.judge(line);
		times.push(Number(process.hrtime.bigint() - start) / 1_000);
	}
	times.sort((a, b) => a - b);
	return { contender: contender.name, judged, microseconds: times[times.length >> 1]! };
}

/** All languages together, without the sets that were written to be plain, or to mislead. */
function ordinary({ judged }: Result, task: string): JudgedLine[] {
	return judged.filter(({ line }) => line.task === task && !OTHER_SETS.includes(line.set));
}

function printTask(task: string, lines: LabelledLine[], results: Result[]): void {
	console.log(`\n${task}\n`);
	console.log(
		'| set | classifier | lines | precision | recall | F1 | false alarms | AUROC | calibration error | median µs |',
	);
	console.log('|---|---|--:|--:|--:|--:|--:|--:|--:|--:|');
	const languages = [...new Set(lines.map(({ set }) => set))].filter(
		(set) => !OTHER_SETS.includes(set),
	);
	for (const set of ['all languages', ...languages, ...OTHER_SETS]) {
		for (const result of results) {
			const judged =
				set === 'all languages'
					? ordinary(result, task)
					: result.judged.filter(({ line }) => line.task === task && line.set === set);
			const m = measure(judged);
			const cells = [m.precision, m.recall, m.f1, m.falseAlarms, m.auroc, m.calibrationError];
			const numbers = cells.map((cell) => cell.toFixed(3)).join(' | ');
			const time = set === 'all languages' ? result.microseconds.toFixed(0) : '';
			console.log(`| ${set} | ${result.contender} | ${m.lines} | ${numbers} | ${time} |`);
		}
	}
}

interface WholeTurn {
	line: LabelledLine;
	/** It would reach the model without and with a custom scenario. */
	isAsked: boolean;
	isAskedWithCustom: boolean;
}

/** Whole turns, as the node judges them: how long one takes, and how often a model would be asked. */
async function printWholeTurns(lines: LabelledLine[]): Promise<void> {
	const classifier = builtInClassifier(trainedModel());
	const times: number[] = [];
	const turns: WholeTurn[] = [];
	for (const [index, line] of lines.entries()) {
		const isDraft = line.task === 'lack-of-information';
		// A bot's last answer is new with almost every turn.
		const history = line.history.map(({ author, text }) => ({ author, text: `${text} ${index}` }));
		const classification = await classifier.classify({
			text: isDraft ? null : line.text,
			draft: isDraft ? line.text : null,
			botFailed: false,
			history,
			language: null,
			scenarios: DEFAULT_SCENARIOS,
		});
		times.push(classification.duration * 1_000);
		const isAsked = isUnsure(classification, DEFAULT_BAND);
		const isAskedWithCustom = isAsked || (!isDraft && callsNobody(classification.label));
		turns.push({ line, isAsked, isAskedWithCustom });
	}
	times.sort((a, b) => a - b);
	console.log(
		`\nA whole turn with the default scenarios: ${times[times.length >> 1]!.toFixed(0)} µs (median).`,
	);
	printCascade(
		'all languages, half of them chosen to be hard',
		turns.filter(({ line }) => !OTHER_SETS.includes(line.set)),
	);
	for (const set of OTHER_SETS)
		printCascade(
			set,
			turns.filter(({ line }) => line.set === set),
		);
}

function printCascade(set: string, turns: readonly WholeTurn[]): void {
	const { from, to } = DEFAULT_BAND;
	const share = (isCounted: (turn: WholeTurn) => boolean) =>
		((100 * turns.filter(isCounted).length) / turns.length).toFixed(1);
	const without = share(({ isAsked }) => isAsked);
	const withCustom = share(({ isAskedWithCustom }) => isAskedWithCustom);
	console.log(
		`Cascade: ${without} % of ${turns.length} turns (${set}) reach the model (band ${from} to ${to}); with a custom scenario ${withCustom} %.`,
	);
}

void main(process.argv.slice(2));
