/** Questions on one thing, place or person, each with the answer that delivers it and none of the others. */
export type Matter = Array<{ question: string; answer: string }>;

/**
 * Reads `question >> answer` lines, a matter between empty lines or comments.
 * @throws {Error} with the file and the line that is wrong.
 */
export function parseMatters(text: string, file: string): Matter[] {
	const matters: Matter[] = [[]];
	text.split('\n').forEach((raw, index) => {
		const line = raw.trim();
		if (!line || line.startsWith('#')) return void matters.push([]);
		if (/[(){}|]/u.test(line)) throw new Error(`${file}:${index + 1}: ( ) { } | mean nothing here`);
		const turns = line.split('>>').map((turn) => turn.trim());
		if (turns.length !== 2 || turns.includes('')) {
			throw new Error(`${file}:${index + 1}: not a question >> its answer`);
		}
		const [question, answer] = turns as [string, string];
		matters.at(-1)!.push({ question, answer });
	});
	return matters.filter((matter) => matter.length > 0);
}
