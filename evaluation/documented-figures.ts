import type { MeasuredSets } from './custom-scenarios';
import type { JudgedLine } from './judge-lines';
import { ALL_LANGUAGES, isOf, ofSet, type Task } from './labelled-lines';
import { measure, type Judged } from './measures';
import { cascadeShares, type WholeTurn } from './whole-turns';

/** A row of docs/guide/classifier.md: what it is called, and which lines it is about. */
export interface QualityRow {
	title: string;
	task: Task;
	set: string;
}

const QUESTIONS: Array<[string, Task]> = [
	['Contact Request', 'contact-request'],
	['Lack of Information', 'lack-of-information'],
	['Failed Attempt', 'failed-attempt'],
];

export const QUALITY_ROWS: QualityRow[] = [
	['', ALL_LANGUAGES],
	[', plain turns', 'traffic'],
	[', misleading lines', 'adversarial'],
	[', many domains', 'domains'],
].flatMap(([suffix, set]) =>
	QUESTIONS.map(([question, task]) => ({ title: `${question}${suffix}`, task, set: set! })),
);

/** @param nlpJs its F1, as it is to be written: a test cannot wait until nlp.js has learnt */
export function writeQualityRow(
	{ title, task, set }: QualityRow,
	builtIn: readonly JudgedLine[],
	keywordRule: readonly JudgedLine[],
	nlpJs: string,
): string {
	const ours = measure(ofSet(builtIn, task, set));
	const rule = measure(ofSet(keywordRule, task, set));
	return row([
		title,
		String(ours.lines),
		`**${figure(ours.f1)}**`,
		figure(rule.f1),
		nlpJs,
		...[ours.falseAlarms, ours.auroc, ours.calibrationError].map(figure),
	]);
}

/** A row of the table of custom scenarios in docs/guide/classifier.md. */
export function writeCustomRow(examples: number, measured: MeasuredSets): string {
	const { recall, falseAlarms, f1, auroc, calibrationError, everydayShare } = measured;
	return row([
		examples === 0 ? '0 (the condition alone)' : String(examples),
		...[recall, falseAlarms, f1, auroc, calibrationError].map(figure),
		`${(100 * everydayShare).toFixed(1)} %`,
	]);
}

/** A passage of docs/guide/language-model.md. */
export function writeCascadeShares(turns: readonly WholeTurn[]): string {
	const sharesOf = (set: string) => {
		const shares = cascadeShares(turns.filter(({ line }) => isOf(line, set)));
		return [shares.without, shares.withCustom].map((share) => `${share.toFixed(0)} %`);
	};
	const [hard, hardWithCustom] = sharesOf(ALL_LANGUAGES);
	const [plain, plainWithCustom] = sharesOf('traffic');
	return `of the turns in our evaluation, half of them chosen to be hard, ${hard} reach the model without a custom scenario and ${hardWithCustom} with one; of its plain turns, four in ten of which ask for something, ${plain} and ${plainWithCustom}; in everyday traffic nearly all messages do with one, and fewer than those ${plain} without.`;
}

export function writeF1(judged: readonly Judged[]): string {
	return figure(measure(judged).f1);
}

function figure(value: number): string {
	return value.toFixed(3);
}

function row(cells: readonly string[]): string {
	return `| ${cells.join(' | ')} |`;
}
