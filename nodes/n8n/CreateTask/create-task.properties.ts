import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_TASK_DESCRIPTION } from '../../../handover/actions/create-task';
import { conversationProperties, TIME_UNIT_OPTIONS } from '../conversation.properties';

export const createTaskProperties: INodeProperties[] = [
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 3 },
		default: DEFAULT_TASK_DESCRIPTION,
		description: `What is to be done. "${DEFAULT_TASK_DESCRIPTION}" is replaced by a summary of the conversation.`,
	},
	{
		displayName: 'Due In',
		name: 'dueIn',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 24,
		description: 'How long after the handover was asked for',
	},
	{
		displayName: 'Due Unit',
		name: 'dueUnit',
		type: 'options',
		options: TIME_UNIT_OPTIONS,
		default: 'hours',
		description: 'What Due In counts',
	},
	...conversationProperties,
];
