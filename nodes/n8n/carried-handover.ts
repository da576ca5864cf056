import type { IExecuteFunctions } from 'n8n-workflow';

/** Names the conversation, and hands on what the nodes before found out about the turn. */
export interface Turn {
	botId: unknown;
	conversationId: unknown;
	carried: unknown;
}

/** Both ids from the node's fields; where these find nothing, the item's `handover` has the word. */
export function readTurn(context: IExecuteFunctions, itemIndex: number): Turn {
	const carried = carriedHandover(context, itemIndex);
	return {
		botId: context.getNodeParameter('botId', itemIndex, null) || carried.botId,
		conversationId:
			context.getNodeParameter('conversationId', itemIndex, null) ?? carried.conversationId,
		carried,
	};
}

/**
 * The item's `handover`. An AI Agent puts its answer in the item's place; then it is the one that the
 * nearest of our nodes before it gave to the same item.
 */
export function carriedHandover(
	context: IExecuteFunctions,
	itemIndex: number,
): Record<string, unknown> {
	const own = context.getInputData()[itemIndex]?.json.handover;
	if (isObject(own)) return own;
	const { name, type } = context.getNode();
	const ours = type.slice(0, type.lastIndexOf('.') + 1);
	const before = context.getParentNodes(name).filter((node) => node.type.startsWith(ours));
	for (const node of before.reverse()) {
		const found = handoverAt(context, node.name, itemIndex);
		if (isObject(found)) return found;
	}
	return {};
}

function handoverAt(context: IExecuteFunctions, node: string, itemIndex: number): unknown {
	try {
		const item = `$(${JSON.stringify(node)}).item`;
		return context.evaluateExpression(`{{ ${item}.json.handover }}`, itemIndex);
	} catch {
		// The node did not run, or the item cannot be traced back to it.
		return undefined;
	}
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
