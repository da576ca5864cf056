import type { INodeProperties } from 'n8n-workflow';
import { conversationProperties, TIME_UNIT_OPTIONS } from '../conversation.properties';

export const pauseBotProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Pause',
				value: 'pause',
				action: 'Pause the bot',
				description: 'The bot says nothing until the time is over',
			},
			{
				name: 'Resume',
				value: 'resume',
				action: 'Resume the bot',
				description: 'The bot answers again from now on, and counts its attempts anew',
			},
		],
		default: 'pause',
	},
	{
		displayName: 'Until Resumed',
		name: 'untilResumed',
		type: 'boolean',
		default: false,
		description: 'Whether the pause lasts until somebody resumes the bot',
		displayOptions: { show: { operation: ['pause'] } },
	},
	{
		displayName: 'Pause For',
		name: 'pauseFor',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 24,
		description: 'At most 30 days',
		displayOptions: { show: { operation: ['pause'], untilResumed: [false] } },
	},
	{
		displayName: 'Pause Unit',
		name: 'pauseUnit',
		type: 'options',
		options: TIME_UNIT_OPTIONS,
		default: 'hours',
		description: 'What Pause For counts',
		displayOptions: { show: { operation: ['pause'], untilResumed: [false] } },
	},
	...conversationProperties,
];
