import { join } from 'node:path';
import type { JudgedLine } from './judge-lines';
import { ALL_LANGUAGES, ofSet, TASKS } from './labelled-lines';
import { reliability } from './measures';

/** Where it is shown. */
export const PLOT = join(__dirname, '../docs/images/reliability.svg');

const SIZE = 240;
const MARGIN = 44;
const COLOURS = ['#2563eb', '#16a34a', '#c2410c'];

/** A picture that reads on light and on dark pages: what was said against what was so. */
export function plotReliability(judged: readonly JudgedLine[]): string {
	const width = MARGIN + SIZE + 200;
	const height = SIZE + 2 * MARGIN;
	const x = (value: number) => (MARGIN + value * SIZE).toFixed(1);
	const y = (value: number) => (MARGIN / 2 + (1 - value) * SIZE).toFixed(1);
	const curves = TASKS.flatMap((task, index) => {
		const colour = COLOURS[index % COLOURS.length]!;
		const bins = reliability(ofSet(judged, task, ALL_LANGUAGES));
		const points = bins.map((bin) => `${x(bin.probability)},${y(bin.share)}`).join(' ');
		const legend = MARGIN + 22 * index;
		return [
			`<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"/>`,
			...bins.map(
				(bin) =>
					`<circle cx="${x(bin.probability)}" cy="${y(bin.share)}" r="${(2 + Math.sqrt(bin.count) / 6).toFixed(1)}" fill="${colour}"/>`,
			),
			`<rect x="${MARGIN + SIZE + 16}" y="${legend - 9}" width="12" height="12" fill="${colour}"/>`,
			`<text x="${MARGIN + SIZE + 34}" y="${legend + 2}">${task}</text>`,
		];
	});
	const ticks = [0, 0.25, 0.5, 0.75, 1].flatMap((tick) => [
		`<text x="${x(tick)}" y="${MARGIN / 2 + SIZE + 16}" text-anchor="middle">${tick}</text>`,
		`<text x="${MARGIN - 6}" y="${Number(y(tick)) + 4}" text-anchor="end">${tick}</text>`,
	]);
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12" role="img" aria-label="Reliability curve">
<rect width="${width}" height="${height}" fill="#ffffff"/>
<rect x="${MARGIN}" y="${MARGIN / 2}" width="${SIZE}" height="${SIZE}" fill="none" stroke="#9ca3af"/>
<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#9ca3af" stroke-dasharray="4 4"/>
${[...curves, ...ticks].join('\n')}
<text x="${MARGIN + SIZE / 2}" y="${MARGIN / 2 + SIZE + 34}" text-anchor="middle">probability that the classifier gives</text>
<text x="14" y="${MARGIN / 2 + SIZE / 2}" text-anchor="middle" transform="rotate(-90 14 ${MARGIN / 2 + SIZE / 2})">share that is so</text>
</svg>
`;
}
