import { SLOWLY } from './races';

/** As long as a language model thinks. */
const MILLISECONDS = 2_000;
const WAIT = (text: string) =>
	`if (${text}.includes('${SLOWLY}')) await new Promise((resolve) => setTimeout(resolve, ${MILLISECONDS}));\n`;

interface BotNode {
	name?: string;
	func?: string;
	parameters?: { jsCode?: string };
}

/** Has every stand-in bot among the nodes take its time for messages that say so, as a model does. */
export function slowDownBots<Node extends object>(nodes: Node[]): Node[] {
	return nodes.map((node: Node & BotNode) => {
		if (!node.name?.startsWith('Stand-in Bot')) return node;
		if (node.func) return { ...node, func: WAIT('JSON.stringify(msg.payload)') + node.func };
		const jsCode = WAIT('JSON.stringify($input.all())') + node.parameters!.jsCode!;
		return { ...node, parameters: { ...node.parameters, jsCode } };
	});
}
