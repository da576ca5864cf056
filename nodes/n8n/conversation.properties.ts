import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** Where the nodes look that may come first in a flow: the Gate, and Conversation. */
const REQUEST = ['$json.handover?.', '$json.body?.', '$json.'];

/** Which conversation. The defaults find it where the Gate has put it. */
export const conversationProperties = conversationFrom(['$json.handover?.']);

export const requestedConversationProperties = conversationFrom(REQUEST);

/** A field's default: the first of these places where there is something. */
export function firstOf(name: string, places: readonly string[] = REQUEST): string {
	return `={{ ${places.map((place) => place + name).join(' ?? ')} }}`;
}

function conversationFrom(places: readonly string[]): INodeProperties[] {
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
			default: firstOf('botId', places),
			placeholder: 'default',
			description:
				'Which bot the conversation is with; each has its own scenarios. Empty: "default".',
		},
	];
}

export const TIME_UNIT_OPTIONS: INodePropertyOptions[] = [
	{ name: 'Minutes', value: 'minutes' },
	{ name: 'Hours', value: 'hours' },
	{ name: 'Days', value: 'days' },
];
