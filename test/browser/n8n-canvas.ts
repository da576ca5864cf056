import type { Page } from 'playwright-core';
import { byTestId } from './n8n-page';

/** Each text on the canvas that a wire or another node lies on, and each pair of notes that overlap. */
export async function findCanvasFaults(page: Page): Promise<string[]> {
	return await page.evaluate(
		([noteSelector, nodeSelector]) => {
			interface Text {
				text: string;
				area: DOMRect;
				/** The note or node that it belongs to. */
				of: Element;
			}
			const all = (selector: string) => Array.from(document.querySelectorAll(selector));
			const textsIn = (selector: string, lines: string): Text[] =>
				all(selector).flatMap((of) =>
					Array.from(of.querySelectorAll(lines)).flatMap((line) => {
						const range = document.createRange();
						range.selectNodeContents(line);
						const text = line.textContent.trim();
						return Array.from(range.getClientRects(), (area) => ({ text, area, of }));
					}),
				);
			const meet = (one: DOMRect, other: DOMRect) =>
				one.left < other.right &&
				other.left < one.right &&
				one.top < other.bottom &&
				other.top < one.bottom;
			const pointsOf = (wire: SVGPathElement): DOMPoint[] => {
				const onScreen = wire.getScreenCTM()!;
				const length = wire.getTotalLength();
				const points: DOMPoint[] = [];
				for (let at = 0; at <= length; at += 3)
					points.push(wire.getPointAtLength(at).matrixTransform(onScreen));
				return points;
			};

			const texts = [
				...textsIn(noteSelector!, 'h1, h2, h3, p, li'),
				...textsIn(nodeSelector!, '[class*=_description_] > *'),
			];
			const crossed = all('.vue-flow__edge-path').flatMap((wire) => {
				const points = pointsOf(wire as SVGPathElement);
				const ends = wire.parentElement!.dataset;
				return texts
					.filter(({ area }) =>
						points.some(({ x, y }) => meet(area, new DOMRect(x - 0.5, y - 0.5, 1, 1))),
					)
					.map(
						({ text }) =>
							`the wire from ${ends['sourceNodeName']} to ${ends['targetNodeName']} crosses "${text}"`,
					);
			});
			const nodes = all(nodeSelector!);
			const covered = texts.flatMap(({ text, area, of }) =>
				nodes
					.filter((node) => node !== of && meet(area, node.getBoundingClientRect()))
					.map((node) => `${(node as HTMLElement).dataset['nodeName']} covers "${text}"`),
			);
			const notes = all(noteSelector!);
			const overlapping = notes.flatMap((note, index) =>
				notes
					.slice(index + 1)
					.filter((other) => meet(note.getBoundingClientRect(), other.getBoundingClientRect()))
					.map((other) => `the notes "${note.textContent}" and "${other.textContent}" overlap`),
			);
			return [...new Set([...crossed, ...covered, ...overlapping])];
		},
		[byTestId('sticky'), byTestId('canvas-node')],
	);
}
