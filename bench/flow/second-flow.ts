export interface NodeRedNode {
	id: string;
	type: string;
	wires?: string[][];
	operation?: string;
	func?: string;
	[field: string]: unknown;
}

/** The flow with ids of its own, so that it is deployed beside the first, and answering at `/name/`. */
export function secondFlow(nodes: NodeRedNode[], name: string): NodeRedNode[] {
	const renamed = nodes.reduce(
		(all, { id }) => all.replaceAll(`"${id}"`, `"${name}-${id}"`),
		JSON.stringify(nodes),
	);
	const moved = (JSON.parse(renamed) as NodeRedNode[]).map((node) =>
		typeof node['url'] === 'string'
			? { ...node, url: node['url'].replace(/^\/[^/]+/, `/${name}`) }
			: node,
	);
	return moved;
}
