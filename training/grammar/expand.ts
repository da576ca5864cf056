import type { Random } from '../random';
import type { Template } from './parse-grammar';

/** One of the texts that a line stands for. */
export function expand(template: Template, random: Random): string {
	return write(template, random).replace(/\s+/gu, ' ').trim();
}

function write(template: Template, random: Random): string {
	return template
		.map((part) => (typeof part === 'string' ? part : write(random.pick(part), random)))
		.join('');
}

/** How many texts a line stands for. */
export function countTexts(template: Template): number {
	return template.reduce(
		(product, part) =>
			typeof part === 'string'
				? product
				: product * part.reduce((sum, one) => sum + countTexts(one), 0),
		1,
	);
}

/**
 * How many texts of a line are worth having: more of one that stands for many.
 * @param least of a line that stands for that many at all
 */
export function worthSampling(template: Template, least: number, most: number): number {
	return Math.min(most, Math.round(least + 2 * Math.log2(countTexts(template))));
}

/** Up to `most` different texts of a line. */
export function sample(template: Template, most: number, random: Random): string[] {
	const wanted = Math.min(most, countTexts(template));
	const texts = new Set<string>();
	for (let tries = 0; texts.size < wanted && tries < 4 * most; tries++) {
		texts.add(expand(template, random));
	}
	return [...texts];
}
