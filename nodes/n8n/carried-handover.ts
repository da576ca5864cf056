import type { IExecuteFunctions } from 'n8n-workflow';
import {
	contactConversationProperties,
	conversationProperties,
	requestedConversationProperties,
} from './conversation.properties';
import { isRunByAgent } from './is-run-by-agent';

/** Names the conversation, and hands on what the nodes before found out about the turn. */
export interface Turn {
	botId: unknown;
	conversationId: unknown;
	carried: unknown;
}

const DEFAULTS = new Set<unknown>(
	[
		...conversationProperties,
		...requestedConversationProperties,
		...contactConversationProperties,
	].map((field) => field.default),
);

/**
 * Both ids from the node's fields; where these find nothing, the item's `handover` has the word. As a
 * tool it has the word before a field that was left as it is, for that reads what the model says.
 */
export function readTurn(context: IExecuteFunctions, itemIndex: number): Turn {
	const carried = carriedHandover(context, itemIndex);
	const isTool = isRunByAgent(context);
	const read = (name: 'botId' | 'conversationId') => {
		const isDefault = DEFAULTS.has(context.getNode().parameters[name]);
		const known = isTool && isDefault ? carried[name] : undefined;
		return known ?? context.getNodeParameter(name, itemIndex, null);
	};
	return {
		botId: read('botId') || carried.botId,
		conversationId: read('conversationId') ?? carried.conversationId,
		carried,
	};
}

/**
 * The item's `handover`. An AI Agent puts its answer in the item's place; then it is the one that the
 * nearest of our nodes before it gave to the same item. For a tool it is the one before the agent: a
 * model that was talked into it could name somebody else's conversation.
 */
export function carriedHandover(
	context: IExecuteFunctions,
	itemIndex: number,
): Record<string, unknown> {
	const own = context.getInputData()[itemIndex]?.json.handover;
	if (isRunByAgent(context)) {
		const { previousNode: agent } = context.getInputSourceData();
		return handoverBefore(context, agent, itemIndex) ?? (isObject(own) ? own : {});
	}
	if (isObject(own)) return own;
	return handoverBefore(context, context.getNode().name, itemIndex) ?? {};
}

/** The node before put an item of its own in the place of ours. */
export function isReplaced(context: IExecuteFunctions, itemIndex: number): boolean {
	return !isRunByAgent(context) && !isObject(context.getInputData()[itemIndex]?.json.handover);
}

function handoverBefore(
	context: IExecuteFunctions,
	node: string,
	itemIndex: number,
): Record<string, unknown> | undefined {
	const { type } = context.getNode();
	const ours = type.slice(0, type.lastIndexOf('.') + 1);
	const before = context.getParentNodes(node).filter((one) => one.type.startsWith(ours));
	for (const { name } of before.reverse()) {
		const found = handoverAt(context, name, itemIndex);
		if (isObject(found)) return found;
	}
	return undefined;
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
