import { readCorpus } from './corpus';
import { everydayLines } from './examples/everyday-lines';
import { LineNumbers } from './line-numbers';
import { randomFor } from './random';

/** What contacts write about anything, in all languages: for a custom scenario, what is none of its cases. */
export function readEverydayMessages(): string[] {
	return readCorpus().flatMap(({ language, everydayMessages }) =>
		everydayLines(everydayMessages, randomFor(`custom ${language}`), new LineNumbers(language)).map(
			({ text }) => text,
		),
	);
}
