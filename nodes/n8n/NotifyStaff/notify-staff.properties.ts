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
	...conversationProperties,
];
