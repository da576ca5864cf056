import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** Where the nodes look that may come first in a flow: the Gate, and Conversation. */
const REQUEST = ['$json.handover?.', '$json.body?.', '$json.'];
/** Where n8n's own Chat Trigger has it, and its chat widget that posts to a Webhook node. */
const CHAT = ['$json.body?.', '$json.'];

/** Which conversation. The defaults find it where the Gate has put it. */
export const conversationProperties = conversationFrom(['$json.handover?.']);

export const requestedConversationProperties = conversationFrom(REQUEST, orEmpty);

/**
 * For what takes a contact's message, and for that alone: what stands behind a bot may get a `sessionId`
 * of the bot's own, and would act on another conversation.
 */
export const contactConversationProperties = requestedConversationProperties.map((field) =>
	field.name === 'conversationId'
		? { ...field, default: orInChat(field.default as string, 'sessionId') }
		: field,
);

/** A field's default: the first of these places where there is something. */
export function firstOf(name: string, places: readonly string[] = REQUEST): string {
	return `={{ ${places.map((place) => place + name).join(' ?? ')} }}`;
}

/** As n8n's own chat calls it, where there is nothing under our name. */
export function orInChat(expression: string, name: string): string {
	return orElse(expression, CHAT.map((place) => place + name).join(' ?? '));
}

/** For a field that may stay empty: without it, the editor shows one in red. */
export function orEmpty(expression: string): string {
	return orElse(expression, "''");
}

function orElse(expression: string, other: string): string {
	return expression.replace(/ }}$/, () => ` ?? ${other} }}`);
}

function conversationFrom(
	places: readonly string[],
	ofBot = (expression: string) => expression,
): INodeProperties[] {
	return [
		{
			displayName: 'Conversation ID',
			name: 'conversationId',
			type: 'string',
			default: firstOf('conversationId', places),
			required: true,
			description: 'The ID that is the same for every message of one conversation',
		},
		{
			displayName: 'Bot ID',
			name: 'botId',
			type: 'string',
			default: ofBot(firstOf('botId', places)),
			placeholder: 'default',
			description:
				'Which bot the conversation is with; each has its own scenarios. Empty: "default".',
		},
	];
}

/** The bot's answer, where the AI Agent and the LLM chains leave it. */
export const DRAFT = '={{ $json.output ?? $json.text }}';

export const TIME_UNIT_OPTIONS: INodePropertyOptions[] = [
	{ name: 'Minutes', value: 'minutes' },
	{ name: 'Hours', value: 'hours' },
	{ name: 'Days', value: 'days' },
];
