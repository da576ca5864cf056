import type { Example } from './fit';
import type { Random } from './random';

/**
 * Examples that are learnt together: up to `size` of one language, in an order of their own. Those of a matter stand
 * side by side; the end of a batch may part one.
 * @param partsOfMatters the parts of which a line is a matter
 */
export function batchesOf<One extends Pick<Example, 'language' | 'part' | 'line'>>(
	examples: readonly One[],
	size: number,
	partsOfMatters: readonly string[],
	random: Random,
): One[][] {
	const byLanguage = new Map<string, Map<number, One[]>>();
	examples.forEach((example, at) => {
		const { language, part, line } = example;
		const own = byLanguage.get(language) ?? new Map<number, One[]>();
		byLanguage.set(language, own);
		// No line has a number below 0: each other example stands by itself.
		const key = partsOfMatters.includes(part) ? line : -1 - at;
		const together = own.get(key) ?? [];
		own.set(key, together);
		together.push(example);
	});
	const batches: One[][] = [];
	for (const together of byLanguage.values()) {
		const all = [...together.values()];
		random.shuffle(all);
		const own = all.flat();
		for (let at = 0; at < own.length; at += size) batches.push(own.slice(at, at + size));
	}
	random.shuffle(batches);
	return batches;
}
