import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_TAG } from '../../../handover/actions/add-tags';
import { conversationProperties } from '../conversation.properties';

export const addTagsProperties: INodeProperties[] = [
	{
		displayName: 'Tags',
		name: 'tags',
		type: 'string',
		default: DEFAULT_TAG,
		placeholder: 'human_handover, vip',
		description: 'Separated by commas, or a list from an expression',
	},
	...conversationProperties,
];
