import type { INodeProperties } from 'n8n-workflow';
import { firstOf, orEmpty, requestedConversationProperties } from '../conversation.properties';

const onReply = { show: { operation: ['recordHumanReply'] } };
/** Not from `handover`: that is the contact's message. */
const FROM_REQUEST = ['$json.body?.', '$json.'];

export const conversationNodeProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Close',
				value: 'close',
				action: 'Close a conversation',
				description: 'Nobody answers until the contact writes again; then the bot does',
			},
			{
				name: 'Erase',
				value: 'erase',
				action: 'Erase a conversation',
				description: 'Removes all that the store has of it',
			},
			{
				name: 'Export',
				value: 'export',
				action: 'Export a conversation',
				description: 'Gets all that the store has of it, for the contact to see',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get a conversation',
				description: 'Gets its state, its handover, its tasks and its transcript',
			},
			{
				name: 'Hand Back',
				value: 'handBack',
				action: 'Hand a conversation back',
				description: 'The bot answers again',
			},
			{
				name: 'Record Human Reply',
				value: 'recordHumanReply',
				action: 'Record a human reply',
				description: 'A human has written to the contact, and so has taken over',
			},
			{
				name: 'Replay Deliveries',
				value: 'replayDeliveries',
				action: 'Replay the deliveries of a conversation',
				description: 'Tries once more what was given up, such as a webhook whose receiver was down',
			},
		],
		default: 'get',
	},
	...requestedConversationProperties,
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 2 },
		default: firstOf('text', FROM_REQUEST),
		required: true,
		description: 'What the human wrote',
		displayOptions: onReply,
	},
	{
		displayName: 'Message ID',
		name: 'messageId',
		type: 'string',
		default: orEmpty(firstOf('messageId', FROM_REQUEST)),
		description:
			"The channel's own ID of the message. With it, a reply that is reported twice is recorded once.",
		displayOptions: onReply,
	},
	{
		displayName: 'Staff ID',
		name: 'staffId',
		type: 'string',
		default: orEmpty(firstOf('staffId', FROM_REQUEST)),
		description: 'Which staff member wrote it, if the channel says so',
		displayOptions: onReply,
	},
];
