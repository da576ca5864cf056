import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

/** What a page lacks of the texts that have to stand in it, each named as it has to be. */
export function missingTexts(page: string, texts: readonly string[]): string[] {
	const written = readFileSync(join(ROOT, page), 'utf8');
	return texts
		.filter((text) => !written.includes(text))
		.map((text) => `${page} has to say: ${text}`);
}

/** The cells of the row of figures that a title begins; none where there is no such row. */
export function figuresOf(page: string, title: string): string[] {
	return (
		readFileSync(join(ROOT, page), 'utf8')
			.split('\n')
			.map((line) => line.split('|').map((cell) => cell.trim()))
			.find((cells) => cells[1] === title && /^\d+$/.test(cells[2] ?? ''))
			?.slice(2, -1) ?? []
	);
}
