import { sample } from '../grammar/expand';
import type { Group } from '../grammar/parse-grammar';
import type { Random } from '../random';
import type { LineNumbers } from '../line-numbers';

export interface EverydayLine {
	text: string;
	/** Of the file, see {@link LineNumbers}. */
	line: number;
}

/** Texts of lists without labels, up to three of each line. */
export function everydayLines(
	groups: readonly Group[],
	random: Random,
	numbers: LineNumbers,
): EverydayLine[] {
	return groups.flatMap(({ lines }) =>
		lines.flatMap(({ template }) => {
			const line = numbers.next();
			return sample(template, 3, random).map((text) => ({ text, line }));
		}),
	);
}
