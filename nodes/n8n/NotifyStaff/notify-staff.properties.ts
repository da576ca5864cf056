import type { INodeProperties } from 'n8n-workflow';
import { conversationProperties } from '../conversation.properties';

export const notifyStaffProperties: INodeProperties[] = [
	{
		displayName: 'On Conversation Assigned',
		name: 'onConversationAssigned',
		type: 'boolean',
		default: true,
		description:
			'Whether to tell of the conversation, if the staff member wants to hear when one is assigned',
	},
	{
		displayName: 'On Task Assigned',
		name: 'onTaskAssigned',
		type: 'boolean',
		default: true,
		description:
			'Whether to tell of the task, if the staff member wants to hear when one is assigned',
	},
	{
		displayName: 'Send a Webhook',
		name: 'sendWebhook',
		type: 'boolean',
		default: false,
		description:
			'Whether to post each notification, signed, to a receiver outside as well. It is tried again while the receiver fails.',
	},
	{
		displayName: 'Conversation Link',
		name: 'conversationLink',
		type: 'string',
		default: '',
		placeholder: 'https://desk.example.com/conversations/{conversationId}',
		description:
			'Where the staff find the conversation; the webhook passes it on. It may have {conversationId}, {botId} and {handoverId} in it.',
		displayOptions: { show: { sendWebhook: [true] } },
	},
	...conversationProperties,
];
