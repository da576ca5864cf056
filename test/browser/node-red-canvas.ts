import type { Page } from 'playwright-core';

/** As much of the editor's own `RED` as this looks at. */
interface Canvas {
	nodes: { filterNodes(filter: { z: string }): Drawn[]; groups(flow: string): Drawn[] };
}

/** Of a group, `x` and `y` are its corner; of a node, its middle. */
interface Drawn {
	type: string;
	name?: string;
	x: number;
	y: number;
	w: number;
	h: number;
}

/** Groups of the shown flow, and nodes of it, that lie on each other or touch, two by two. */
export async function findOverlaps(page: Page, { id }: { id: string }): Promise<string[]> {
	return await page.evaluate((flow) => {
		const { nodes } = RED as unknown as Canvas;
		const touch = (one: Drawn, other: Drawn) =>
			one.x <= other.x + other.w &&
			other.x <= one.x + one.w &&
			one.y <= other.y + other.h &&
			other.y <= one.y + one.h;
		const nameOf = ({ name, type }: Drawn) => name || type;
		const overlaps = (all: Drawn[]) =>
			all.flatMap((one, index) =>
				all
					.slice(index + 1)
					.filter((other) => touch(one, other))
					.map((other) => `${nameOf(one)} and ${nameOf(other)}`),
			);
		const fromCorner = (node: Drawn) => ({
			...node,
			x: node.x - node.w / 2,
			y: node.y - node.h / 2,
		});
		return [
			...overlaps(nodes.groups(flow)),
			...overlaps(nodes.filterNodes({ z: flow }).map(fromCorner)),
		];
	}, id);
}
