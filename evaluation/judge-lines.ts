import type { Contender } from './contenders/contender';
import type { LabelledLine } from './labelled-lines';
import type { Judged } from './measures';

export interface JudgedLine extends Judged {
	line: LabelledLine;
}

/** In the order of the lines. */
export async function judgeLines(
	contender: Contender,
	lines: readonly LabelledLine[],
): Promise<JudgedLine[]> {
	const judged: JudgedLine[] = [];
	for (const line of lines) {
		judged.push({ line, label: line.label, probability: await contender.judge(line) });
	}
	return judged;
}

export interface TimedLine {
	line: LabelledLine;
	microseconds: number;
}

/** How long the one question takes that each line is about. Judge the lines before, for it to be warm. */
export async function timeLines(
	contender: Contender,
	lines: readonly LabelledLine[],
): Promise<TimedLine[]> {
	const timed: TimedLine[] = [];
	for (const line of lines) {
		const start = process.hrtime.bigint();
		await contender.judge(line);
		timed.push({ line, microseconds: Number(process.hrtime.bigint() - start) / 1_000 });
	}
	return timed;
}

export function medianTime(timed: readonly TimedLine[]): number {
	const times = timed.map(({ microseconds }) => microseconds).sort((a, b) => a - b);
	return times[times.length >> 1] ?? 0;
}
